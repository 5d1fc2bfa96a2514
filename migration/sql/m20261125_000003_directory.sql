create table directory_consent (
    {row},
    organization_id bigint not null references organization (id) on delete cascade,
    given_on {date} not null,
    evidence text not null,
    withdrawn_on {date}
);
create index directory_consent_updated on directory_consent (updated_at);
create index directory_consent_organization on directory_consent (organization_id, id);

create table project (
    {row},
    slug text not null unique,
    title text not null,
    title_key {key} not null,
    title_translations {json} not null,
    summary text,
    summary_translations {json} not null default '[]',
    status text not null,
    status_reason text,
    closing_summary text,
    visibility text not null,
    lead_id bigint references municipality (id) on delete restrict,
    starts_on text,
    ends_on text,
    search_text text not null
);
create index project_updated on project (updated_at);
create index project_title on project (title_key, id);
create index project_status on project (status);
create index project_visibility on project (visibility);
create index project_lead on project (lead_id, id);

create table project_topic (
    project_id bigint not null references project (id) on delete cascade,
    topic_id bigint not null references topic (id) on delete restrict,
    primary key (project_id, topic_id)
);
create index project_topic_topic on project_topic (topic_id, project_id);

create table project_participation (
    {row},
    project_id bigint not null references project (id) on delete restrict,
    municipality_id bigint references municipality (id) on delete restrict,
    organization_id bigint references organization (id) on delete restrict,
    role text not null,
    status text not null,
    status_reason text,
    contribution text,
    check ((municipality_id is null) <> (organization_id is null)),
    check (role <> 'LEAD' or municipality_id is not null)
);
create index project_participation_updated on project_participation (updated_at);
create index project_participation_project on project_participation (project_id, id);
create index project_participation_municipality on project_participation (municipality_id, project_id);
create index project_participation_part on project_participation (municipality_id, id);
create index project_participation_organization on project_participation (organization_id, project_id);
create index project_participation_status on project_participation (status);
create index project_participation_role on project_participation (role);
create unique index project_participation_lead on project_participation (project_id)
    where role = 'LEAD' and status = 'CONFIRMED';
create unique index project_participation_lead_offer on project_participation (project_id)
    where role = 'LEAD' and status = 'INVITED';
create unique index project_participation_municipality_open on project_participation (project_id, municipality_id)
    where role <> 'LEAD' and status in ('INVITED', 'CONFIRMED');
create unique index project_participation_organization_open on project_participation (project_id, organization_id)
    where status in ('INVITED', 'CONFIRMED');

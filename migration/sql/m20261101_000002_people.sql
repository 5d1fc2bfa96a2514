create table organization (
    {row},
    name text not null,
    name_key {key} not null,
    short_name text,
    alternate_names {json} not null,
    kind text not null,
    legal_form text,
    status text not null,
    parent_id bigint references organization (id) on delete restrict,
    municipality_id bigint references municipality (id) on delete restrict,
    located_in_id bigint references municipality (id) on delete restrict,
    valid_from text,
    valid_until text,
    volunteer_based boolean,
    audience_scope text,
    website text,
    visibility text not null,
    steward_id bigint not null references municipality (id) on delete restrict,
    replaced_by_id bigint references organization (id) on delete restrict,
    search_text text not null,
    check ((status = 'REPLACED') = (replaced_by_id is not null)),
    check (replaced_by_id <> id),
    check (kind <> 'ADMINISTRATIVE_UNIT' or municipality_id is not null)
);
create index organization_updated on organization (updated_at);
create index organization_name on organization (name_key, id);
create index organization_kind on organization (kind);
create index organization_status on organization (status);
create index organization_parent on organization (parent_id, id);
create index organization_parent_name on organization (parent_id, name_key, id);
create index organization_municipality on organization (municipality_id, id);
create index organization_located_in on organization (located_in_id, id);
create index organization_located_in_name on organization (located_in_id, name_key, id);
create index organization_steward on organization (steward_id, id);
create index organization_replaced_by on organization (replaced_by_id, id);
create index organization_visibility on organization (visibility);

create table organization_successor (
    organization_id bigint not null references organization (id) on delete cascade,
    successor_id bigint not null references organization (id) on delete cascade,
    primary key (organization_id, successor_id),
    check (organization_id <> successor_id)
);
create index organization_successor_successor on organization_successor (successor_id, organization_id);

create table organization_topic (
    organization_id bigint not null references organization (id) on delete cascade,
    topic_id bigint not null references topic (id) on delete restrict,
    primary key (organization_id, topic_id)
);
create index organization_topic_topic on organization_topic (topic_id, organization_id);

create table person (
    {row},
    given_name text not null,
    family_name text not null,
    honorific_prefix text,
    name_key {key} not null,
    visibility text not null,
    steward_id bigint not null references municipality (id) on delete restrict,
    search_text text not null
);
create index person_updated on person (updated_at);
create index person_name on person (name_key, id);
create index person_steward on person (steward_id, id);
create index person_visibility on person (visibility);

create table "position" (
    {row},
    person_id bigint not null references person (id) on delete restrict,
    municipality_id bigint references municipality (id) on delete restrict,
    organization_id bigint references organization (id) on delete restrict,
    network_id bigint references network (id) on delete restrict,
    title text not null,
    function text not null,
    deputy_of_id bigint references "position" (id) on delete restrict,
    valid_from text,
    valid_until text,
    starts_on {date},
    ends_on {date},
    visibility text not null,
    steward_id bigint not null references municipality (id) on delete restrict,
    check (
        (case when municipality_id is null then 0 else 1 end)
        + (case when organization_id is null then 0 else 1 end)
        + (case when network_id is null then 0 else 1 end) = 1
    )
);
create index position_updated on "position" (updated_at);
create index position_person on "position" (person_id, id);
create index position_municipality on "position" (municipality_id, id);
create index position_organization on "position" (organization_id, id);
create index position_network on "position" (network_id, id);
create index position_deputy_of on "position" (deputy_of_id, id);
create index position_steward on "position" (steward_id, id);
create index position_visibility on "position" (visibility);
create index position_function on "position" (function);

create table position_topic (
    position_id bigint not null references "position" (id) on delete cascade,
    topic_id bigint not null references topic (id) on delete restrict,
    primary key (position_id, topic_id)
);
create index position_topic_topic on position_topic (topic_id, position_id);

create table network (
    {row},
    slug text not null unique,
    name text not null,
    name_key {key} not null,
    description text,
    purposes {json} not null,
    founded_on text,
    website text,
    default_language text not null,
    time_zone text not null,
    search_text text not null
);
create index network_updated on network (updated_at);
create index network_name on network (name_key, id);

create table municipality (
    {row},
    slug text not null unique,
    name text not null,
    name_key {key} not null,
    official_name text not null,
    kind text not null,
    ags text unique,
    district_key text unique,
    ars text unique,
    keys_confirmed boolean not null,
    parent_id bigint references municipality (id) on delete restrict,
    population integer,
    population_as_of {date},
    website text,
    search_text text not null
);
create index municipality_updated on municipality (updated_at);
create index municipality_name on municipality (name_key, id);
create index municipality_kind on municipality (kind);
create index municipality_parent on municipality (parent_id, id);
create index municipality_parent_name on municipality (parent_id, name_key, id);

create table network_membership (
    {row},
    network_id bigint not null references network (id) on delete restrict,
    municipality_id bigint not null references municipality (id) on delete restrict,
    status text not null,
    member_since text,
    member_until text,
    application_note text,
    decision_reason text,
    decided_at {time}
);
create index network_membership_updated on network_membership (updated_at);
create index network_membership_network on network_membership (network_id, id);
create index network_membership_municipality on network_membership (municipality_id, id);
create index network_membership_status on network_membership (status);
create unique index network_membership_current on network_membership (network_id, municipality_id)
    where status in ('APPLIED', 'INVITED', 'ACTIVE', 'SUSPENDED');

create table topic (
    {row},
    slug text not null unique,
    name text not null,
    name_key {key} not null,
    name_translations {json} not null,
    broader_id bigint references topic (id) on delete restrict,
    search_text text not null
);
create index topic_updated on topic (updated_at);
create index topic_name on topic (name_key, id);
create index topic_broader on topic (broader_id, id);
create index topic_broader_name on topic (broader_id, name_key, id);

create table topic_ancestry (
    topic_id bigint not null references topic (id) on delete cascade,
    ancestor_id bigint not null references topic (id) on delete cascade,
    distance integer not null,
    primary key (topic_id, ancestor_id)
);
create index topic_ancestry_ancestor on topic_ancestry (ancestor_id, topic_id);

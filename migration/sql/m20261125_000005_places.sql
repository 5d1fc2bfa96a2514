create table place (
    {row},
    name text not null,
    name_key {key} not null,
    street text,
    postal_code text,
    locality_id bigint references municipality (id) on delete restrict,
    parent_id bigint references place (id) on delete restrict,
    accessibility text,
    website text,
    visibility text not null,
    steward_id bigint not null references municipality (id) on delete restrict,
    search_text text not null,
    check (parent_id <> id)
);
create index place_updated on place (updated_at);
create index place_name on place (name_key, id);
create index place_locality on place (locality_id, id);
create index place_parent on place (parent_id, id);
create index place_parent_name on place (parent_id, name_key, id);
create index place_steward on place (steward_id, id);
create index place_visibility on place (visibility);

create table contact_point (
    {row},
    position_id bigint references "position" (id) on delete restrict,
    organization_id bigint references organization (id) on delete restrict,
    municipality_id bigint references municipality (id) on delete restrict,
    meeting_id bigint references meeting (id) on delete restrict,
    project_id bigint references project (id) on delete restrict,
    steward_id bigint not null references municipality (id) on delete restrict,
    purpose text,
    audience text,
    channels {json} not null,
    functional boolean not null,
    visibility text not null,
    publication_basis text,
    published_at {time},
    valid_from {date},
    valid_until {date},
    withdrawn_at {time},
    verified_at {time},
    search_text text not null,
    check (visibility <> 'PUBLIC' or publication_basis is not null),
    check (
        (case when position_id is null then 0 else 1 end)
        + (case when organization_id is null then 0 else 1 end)
        + (case when municipality_id is null then 0 else 1 end)
        + (case when meeting_id is null then 0 else 1 end)
        + (case when project_id is null then 0 else 1 end) = 1
    )
);
create index contact_point_updated on contact_point (updated_at);
create index contact_point_position on contact_point (position_id, id);
create index contact_point_organization on contact_point (organization_id, id);
create index contact_point_municipality on contact_point (municipality_id, id);
create index contact_point_meeting on contact_point (meeting_id, id);
create index contact_point_project on contact_point (project_id, id);
create index contact_point_steward on contact_point (steward_id, id);
create index contact_point_visibility on contact_point (visibility);
create index contact_point_functional on contact_point (functional);

create table contact_point_topic (
    contact_point_id bigint not null references contact_point (id) on delete cascade,
    topic_id bigint not null references topic (id) on delete restrict,
    primary key (contact_point_id, topic_id)
);
create index contact_point_topic_topic on contact_point_topic (topic_id, contact_point_id);

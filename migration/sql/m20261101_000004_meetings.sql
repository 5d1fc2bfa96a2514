create table meeting (
    {row},
    slug text not null unique,
    title text not null,
    title_key {key} not null,
    title_translations {json} not null,
    alternate_titles {json} not null,
    series_id bigint references meeting_series (id) on delete restrict,
    edition integer check (edition > 0),
    edition_sort integer not null,
    theme text,
    motto text,
    summary text,
    summary_translations {json} not null default '[]',
    kind text not null,
    status text not null,
    status_reason text,
    publication text not null,
    visibility text not null,
    audience {json} not null,
    invited_kinds {json} not null,
    starts_at {time},
    ends_at {time},
    doors_open_at {time},
    held_on text,
    sort_at {time} not null,
    time_zone text not null,
    attendance_mode text not null,
    venue text,
    place_id bigint references place (id) on delete restrict,
    locality_id bigint references municipality (id) on delete restrict,
    host_id bigint references municipality (id) on delete restrict,
    keeper_municipality_id bigint references municipality (id) on delete restrict,
    keeper_network_id bigint references network (id) on delete restrict,
    ical_uid text not null unique,
    ical_sequence integer not null check (ical_sequence >= 0),
    previous_start {time},
    attendance integer check (attendance >= 0),
    attendance_qualifier text,
    internal_notes text,
    registration_channel text,
    registration_address text,
    registration_closes_at {time},
    search_text text not null,
    check (registration_channel is not null or registration_address is null and registration_closes_at is null),
    check ((keeper_municipality_id is null) <> (keeper_network_id is null)),
    check (starts_at is null or held_on is null),
    check (ends_at is null or starts_at is not null and ends_at > starts_at),
    check (doors_open_at is null or starts_at is not null and doors_open_at <= starts_at),
    check ((attendance is null) = (attendance_qualifier is null))
);
create index meeting_updated on meeting (updated_at);
create index meeting_sort on meeting (sort_at, id);
create index meeting_title on meeting (title_key, id);
create index meeting_edition on meeting (edition_sort, id);
create unique index meeting_edition_once on meeting (series_id, edition);
create index meeting_in_series on meeting (series_id, id);
create index meeting_in_series_edition on meeting (series_id, edition_sort, id);
create index meeting_in_series_sort on meeting (series_id, sort_at, id);
create index meeting_in_series_title on meeting (series_id, title_key, id);
create index meeting_kind on meeting (kind);
create index meeting_status on meeting (status);
create index meeting_publication on meeting (publication);
create index meeting_visibility on meeting (visibility);
create index meeting_starts on meeting (starts_at);
create index meeting_ends on meeting (ends_at);
create index meeting_attendance_mode on meeting (attendance_mode);
create index meeting_locality on meeting (locality_id, sort_at, id);
create index meeting_place on meeting (place_id, id);
create index meeting_place_sort on meeting (place_id, sort_at, id);
create index meeting_place_title on meeting (place_id, title_key, id);
create index meeting_place_edition on meeting (place_id, edition_sort, id);
create index meeting_host on meeting (host_id, sort_at, id);
create index meeting_keeper_municipality on meeting (keeper_municipality_id, id);
create index meeting_keeper_network on meeting (keeper_network_id, id);

create table meeting_topic (
    meeting_id bigint not null references meeting (id) on delete cascade,
    topic_id bigint not null references topic (id) on delete restrict,
    primary key (meeting_id, topic_id)
);
create index meeting_topic_topic on meeting_topic (topic_id, meeting_id);

create table meeting_project (
    meeting_id bigint not null references meeting (id) on delete cascade,
    project_id bigint not null references project (id) on delete cascade,
    primary key (meeting_id, project_id)
);
create index meeting_project_project on meeting_project (project_id, meeting_id);

create table meeting_organizer (
    {row},
    meeting_id bigint not null references meeting (id) on delete restrict,
    municipality_id bigint references municipality (id) on delete restrict,
    organization_id bigint references organization (id) on delete restrict,
    network_id bigint references network (id) on delete restrict,
    role text not null,
    status text not null,
    position integer not null,
    check (
        (case when municipality_id is null then 0 else 1 end)
        + (case when organization_id is null then 0 else 1 end)
        + (case when network_id is null then 0 else 1 end) = 1
    )
);
create index meeting_organizer_updated on meeting_organizer (updated_at);
create index meeting_organizer_meeting on meeting_organizer (meeting_id, id);
create index meeting_organizer_meeting_position on meeting_organizer (meeting_id, position, id);
create index meeting_organizer_municipality on meeting_organizer (municipality_id, meeting_id);
create index meeting_organizer_part on meeting_organizer (municipality_id, id);
create index meeting_organizer_part_position on meeting_organizer (municipality_id, position, id);
create index meeting_organizer_organization on meeting_organizer (organization_id, meeting_id);
create index meeting_organizer_network on meeting_organizer (network_id, meeting_id);
create index meeting_organizer_status on meeting_organizer (status);
create index meeting_organizer_role on meeting_organizer (role);
create unique index meeting_organizer_host on meeting_organizer (meeting_id)
    where role = 'HOST' and status in ('INVITED', 'CONFIRMED');
create unique index meeting_organizer_municipality_open on meeting_organizer (meeting_id, municipality_id, role)
    where status in ('INVITED', 'CONFIRMED');
create unique index meeting_organizer_organization_open on meeting_organizer (meeting_id, organization_id, role)
    where status in ('INVITED', 'CONFIRMED');
create unique index meeting_organizer_network_open on meeting_organizer (meeting_id, network_id, role)
    where status in ('INVITED', 'CONFIRMED');

create table session (
    {row},
    meeting_id bigint not null references meeting (id) on delete cascade,
    top_id bigint references meeting (id) on delete cascade,
    parent_id bigint references session (id) on delete cascade,
    position integer not null,
    number text,
    title text not null,
    title_translations {json} not null default '[]',
    abstract text,
    abstract_translations {json} not null default '[]',
    kind text not null,
    phase integer check (phase > 0),
    track text,
    starts_at {time},
    ends_at {time},
    room text,
    capacity integer check (capacity > 0),
    selectable boolean not null,
    is_public boolean not null,
    check ((top_id is null) <> (parent_id is null)),
    check (top_id is null or top_id = meeting_id),
    check (ends_at is null or starts_at is not null and ends_at > starts_at)
);
create index session_updated on session (updated_at);
create index session_meeting on session (meeting_id, id);
create index session_top on session (top_id, id);
create index session_top_position on session (top_id, position, id);
create index session_parent on session (parent_id, id);
create index session_parent_position on session (parent_id, position, id);
create index session_kind on session (kind);
create index session_phase on session (phase);

create table session_role (
    {row},
    meeting_id bigint not null references meeting (id) on delete cascade,
    whole_id bigint references meeting (id) on delete cascade,
    session_id bigint references session (id) on delete cascade,
    function text not null,
    position integer not null,
    municipality_id bigint references municipality (id) on delete restrict,
    organization_id bigint references organization (id) on delete restrict,
    network_id bigint references network (id) on delete restrict,
    affiliation_text text,
    confirmed boolean not null,
    check ((whole_id is null) <> (session_id is null)),
    check (whole_id is null or whole_id = meeting_id),
    check (
        (case when municipality_id is null then 0 else 1 end)
        + (case when organization_id is null then 0 else 1 end)
        + (case when network_id is null then 0 else 1 end) <= 1
    )
);
create index session_role_updated on session_role (updated_at);
create index session_role_meeting on session_role (meeting_id, id);
create index session_role_whole on session_role (whole_id, id);
create index session_role_whole_position on session_role (whole_id, position, id);
create index session_role_session on session_role (session_id, id);
create index session_role_session_position on session_role (session_id, position, id);
create index session_role_function on session_role (function);
create index session_role_municipality on session_role (municipality_id, id);
create index session_role_organization on session_role (organization_id, id);
create index session_role_network on session_role (network_id, id);

create table session_speaker (
    {row},
    role_id bigint not null unique references session_role (id) on delete cascade,
    meeting_id bigint not null references meeting (id) on delete cascade,
    person_id bigint not null references person (id) on delete restrict,
    position_id bigint references "position" (id) on delete restrict,
    title_at_the_time text,
    holder_at_the_time text,
    visibility text not null check (visibility <> 'PRIVATE')
);
create index session_speaker_updated on session_speaker (updated_at);
create index session_speaker_meeting on session_speaker (meeting_id, id);
create index session_speaker_person on session_speaker (person_id, id);
create index session_speaker_position on session_speaker (position_id, id);

create table document (
    {row},
    meeting_id bigint references meeting (id) on delete cascade,
    session_id bigint references session (id) on delete cascade,
    project_id bigint references project (id) on delete cascade,
    steward_id bigint not null references municipality (id) on delete restrict,
    url text not null,
    kind text not null,
    title text not null,
    title_key {key} not null,
    rights text,
    alternative_text text,
    language text,
    visibility text not null,
    check (
        (case when meeting_id is null then 0 else 1 end)
        + (case when session_id is null then 0 else 1 end)
        + (case when project_id is null then 0 else 1 end) = 1
    )
);
create index document_updated on document (updated_at);
create index document_meeting on document (meeting_id, id);
create index document_meeting_title on document (meeting_id, title_key, id);
create index document_session on document (session_id, id);
create index document_session_title on document (session_id, title_key, id);
create index document_project on document (project_id, id);
create index document_project_title on document (project_id, title_key, id);
create index document_steward on document (steward_id, id);
create index document_kind on document (kind);

create table attendance_line (
    {row},
    meeting_id bigint not null references meeting (id) on delete cascade,
    municipality_id bigint not null references municipality (id) on delete restrict,
    heads integer not null check (heads >= 0),
    heads_qualifier text not null,
    represented integer check (represented >= 0),
    represented_qualifier text,
    visibility text not null,
    check ((represented is null) = (represented_qualifier is null))
);
create index attendance_line_updated on attendance_line (updated_at);
create unique index attendance_line_once on attendance_line (meeting_id, municipality_id);
create index attendance_line_meeting on attendance_line (meeting_id, id);
create index attendance_line_municipality on attendance_line (municipality_id, id);

create table attendance_line_organization (
    attendance_line_id bigint not null references attendance_line (id) on delete cascade,
    organization_id bigint not null references organization (id) on delete restrict,
    primary key (attendance_line_id, organization_id)
);
create index attendance_line_organization_organization on attendance_line_organization (organization_id, attendance_line_id);

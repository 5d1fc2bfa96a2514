create table source_reference (
    {row},
    title text not null,
    publisher text,
    published_on text,
    url text,
    holding text,
    network_id bigint references network (id) on delete cascade,
    municipality_id bigint references municipality (id) on delete cascade,
    membership_id bigint references network_membership (id) on delete cascade,
    organization_id bigint references organization (id) on delete cascade,
    person_id bigint references person (id) on delete cascade,
    position_id bigint references "position" (id) on delete cascade,
    topic_id bigint references topic (id) on delete cascade,
    contact_point_id bigint references contact_point (id) on delete cascade,
    project_id bigint references project (id) on delete cascade,
    participation_id bigint references project_participation (id) on delete cascade,
    meeting_id bigint references meeting (id) on delete cascade,
    organizer_id bigint references meeting_organizer (id) on delete cascade,
    session_id bigint references session (id) on delete cascade,
    session_role_id bigint references session_role (id) on delete cascade,
    session_speaker_id bigint references session_speaker (id) on delete cascade,
    place_id bigint references place (id) on delete cascade,
    document_id bigint references document (id) on delete cascade,
    attendance_line_id bigint references attendance_line (id) on delete cascade,
    meeting_series_id bigint references meeting_series (id) on delete cascade,
    session_result_id bigint references session_result (id) on delete cascade,
    check (
        (case when network_id is null then 0 else 1 end)
        + (case when municipality_id is null then 0 else 1 end)
        + (case when membership_id is null then 0 else 1 end)
        + (case when organization_id is null then 0 else 1 end)
        + (case when person_id is null then 0 else 1 end)
        + (case when position_id is null then 0 else 1 end)
        + (case when topic_id is null then 0 else 1 end)
        + (case when contact_point_id is null then 0 else 1 end)
        + (case when project_id is null then 0 else 1 end)
        + (case when participation_id is null then 0 else 1 end)
        + (case when meeting_id is null then 0 else 1 end)
        + (case when organizer_id is null then 0 else 1 end)
        + (case when session_id is null then 0 else 1 end)
        + (case when session_role_id is null then 0 else 1 end)
        + (case when session_speaker_id is null then 0 else 1 end)
        + (case when place_id is null then 0 else 1 end)
        + (case when document_id is null then 0 else 1 end)
        + (case when attendance_line_id is null then 0 else 1 end)
        + (case when meeting_series_id is null then 0 else 1 end)
        + (case when session_result_id is null then 0 else 1 end) = 1
    )
);
create index source_reference_updated on source_reference (updated_at);
create index source_reference_network on source_reference (network_id, id);
create index source_reference_municipality on source_reference (municipality_id, id);
create index source_reference_membership on source_reference (membership_id, id);
create index source_reference_organization on source_reference (organization_id, id);
create index source_reference_person on source_reference (person_id, id);
create index source_reference_position on source_reference (position_id, id);
create index source_reference_topic on source_reference (topic_id, id);
create index source_reference_contact_point on source_reference (contact_point_id, id);
create index source_reference_project on source_reference (project_id, id);
create index source_reference_participation on source_reference (participation_id, id);
create index source_reference_meeting on source_reference (meeting_id, id);
create index source_reference_organizer on source_reference (organizer_id, id);
create index source_reference_session on source_reference (session_id, id);
create index source_reference_session_role on source_reference (session_role_id, id);
create index source_reference_session_speaker on source_reference (session_speaker_id, id);
create index source_reference_place on source_reference (place_id, id);
create index source_reference_document on source_reference (document_id, id);
create index source_reference_attendance_line on source_reference (attendance_line_id, id);
create index source_reference_meeting_series on source_reference (meeting_series_id, id);
create index source_reference_session_result on source_reference (session_result_id, id);

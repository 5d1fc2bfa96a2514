create table session_result (
    {row},
    meeting_id bigint not null references meeting (id) on delete cascade,
    session_id bigint not null references session (id) on delete cascade,
    kind text not null,
    text text not null,
    position integer not null check (position > 0)
);
create index session_result_updated on session_result (updated_at);
create index session_result_kind on session_result (kind);
create index session_result_meeting on session_result (meeting_id, id);
create index session_result_meeting_position on session_result (meeting_id, position, id);
create index session_result_session on session_result (session_id, id);
create index session_result_session_position on session_result (session_id, position, id);

create table session_result_supporter (
    session_result_id bigint not null references session_result (id) on delete cascade,
    municipality_id bigint not null references municipality (id) on delete restrict,
    primary key (session_result_id, municipality_id)
);
create index session_result_supporter_municipality on session_result_supporter (municipality_id, session_result_id);

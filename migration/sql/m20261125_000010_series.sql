create table meeting_series (
    {row},
    slug text not null unique,
    title text not null,
    title_key {key} not null,
    title_translations {json} not null,
    title_pattern text,
    summary text,
    cadence text,
    started_in text,
    ended_in text,
    standing_agenda {json} not null,
    visibility text not null,
    municipality_id bigint references municipality (id) on delete restrict,
    network_id bigint references network (id) on delete restrict,
    search_text text not null,
    check ((municipality_id is null) <> (network_id is null))
);
create index meeting_series_updated on meeting_series (updated_at);
create index meeting_series_title on meeting_series (title_key, id);
create index meeting_series_visibility on meeting_series (visibility);
create index meeting_series_municipality on meeting_series (municipality_id, id);
create index meeting_series_municipality_title on meeting_series (municipality_id, title_key, id);
create index meeting_series_network on meeting_series (network_id, id);
create index meeting_series_network_title on meeting_series (network_id, title_key, id);

create table meeting_series_topic (
    meeting_series_id bigint not null references meeting_series (id) on delete cascade,
    topic_id bigint not null references topic (id) on delete restrict,
    primary key (meeting_series_id, topic_id)
);
create index meeting_series_topic_topic on meeting_series_topic (topic_id, meeting_series_id);

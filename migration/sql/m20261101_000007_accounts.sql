create table user_account (
    {id},
    public_id text not null unique,
    email text not null,
    email_key text not null unique,
    name text not null,
    status text not null,
    password_hash text not null,
    token_generation integer not null,
    created_at {time} not null
);

create table municipal_user (
    {row},
    user_id bigint not null references user_account (id) on delete cascade,
    municipality_id bigint not null references municipality (id) on delete restrict,
    email text not null,
    name text not null,
    name_key {key} not null,
    status text not null,
    set_up_hash text unique,
    set_up_until {time},
    check ((set_up_hash is null) = (set_up_until is null))
);
create index municipal_user_updated on municipal_user (updated_at);
create unique index municipal_user_account on municipal_user (user_id, municipality_id);
create index municipal_user_municipality on municipal_user (municipality_id, id);
create index municipal_user_name on municipal_user (municipality_id, name_key, id);

create table role_grant (
    {row},
    user_id bigint not null references user_account (id) on delete cascade,
    municipality_id bigint references municipality (id) on delete restrict,
    network_id bigint references network (id) on delete restrict,
    municipal_user_id bigint references municipal_user (id) on delete cascade,
    substitute_for_id bigint references municipal_user (id) on delete restrict,
    role text not null,
    valid_until {date},
    check (role not in ('VIEWER', 'EDITOR', 'ADMIN') or municipality_id is not null and network_id is null),
    check (role <> 'COORDINATOR' or municipality_id is null and network_id is not null),
    check (role not in ('OPERATOR', 'AUDITOR') or municipality_id is null and network_id is null),
    check ((municipality_id is null) = (municipal_user_id is null)),
    check (substitute_for_id is null or valid_until is not null and municipality_id is not null)
);
create index role_grant_updated on role_grant (updated_at);
create index role_grant_user on role_grant (user_id);
create index role_grant_place on role_grant (municipality_id);
create index role_grant_municipal_user on role_grant (municipal_user_id, id);
create index role_grant_substitute_for on role_grant (substitute_for_id);
create unique index role_grant_municipality on role_grant (municipality_id, user_id) where substitute_for_id is null;
create unique index role_grant_substitute on role_grant (municipality_id, user_id)
    where substitute_for_id is not null;
create unique index role_grant_network on role_grant (network_id, user_id);
create unique index role_grant_installation on role_grant (user_id, role)
    where municipality_id is null and network_id is null;

create table audit_entry (
    {id},
    occurred_at {time} not null,
    user_id bigint references user_account (id) on delete restrict,
    request_id text not null,
    action text not null,
    object_type text not null,
    object_public_id text not null,
    municipality_id bigint references municipality (id) on delete restrict,
    network_id bigint references network (id) on delete restrict,
    changed_fields {json} not null
);
create index audit_entry_user on audit_entry (user_id);
create index audit_entry_municipality on audit_entry (municipality_id, id);
create index audit_entry_network on audit_entry (network_id, id);
create index audit_entry_object on audit_entry (object_type, object_public_id);

create table outbox_event (
    {id},
    occurred_at {time} not null,
    kind text not null,
    object_type text not null,
    object_public_id text not null
);

create table idempotency_record (
    {id},
    user_id bigint not null references user_account (id) on delete cascade,
    operation text not null,
    key text not null,
    input_hash text not null,
    object_id bigint,
    created_at {time} not null
);
create unique index idempotency_record_key on idempotency_record (user_id, operation, key);

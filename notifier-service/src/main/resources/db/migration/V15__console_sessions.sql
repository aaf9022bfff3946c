-- Who is signed in to the console, so that a restart and another notifier know them. Columns are those of Spring Session; what
-- a session holds is JSON of our own: a name, a role, and by what the way of sign-in knows them again.
create table console_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint console_session_key primary key (primary_id)
);

create unique index console_session_id on console_session (session_id);
create index console_session_expiry on console_session (expiry_time);

create table console_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint console_session_attributes_key primary key (session_primary_id, attribute_name),
    constraint console_session_attributes_session foreign key (session_primary_id)
        references console_session (primary_id) on delete cascade
);

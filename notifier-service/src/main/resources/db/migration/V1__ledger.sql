-- One row for each mail that is or was owed: one inquiry, one audience. Nothing personal is kept here.
create table delivery (
    inquiry_id       varchar(64)              not null,
    audience         varchar(16)              not null,
    state            varchar(16)              not null,
    reason           varchar(64),
    attempts         integer                  not null,
    unknowns         integer                  not null,
    message_id       varchar(160)             not null,
    topic_partition  integer                  not null,
    topic_offset     bigint                   not null,
    smtp_code        integer,
    enhanced_status  varchar(16),
    owed_since       timestamp with time zone not null,
    attempted_at     timestamp with time zone,
    next_attempt_at  timestamp with time zone,
    ended_at         timestamp with time zone,
    primary key (inquiry_id, audience)
);

create index delivery_due on delivery (next_attempt_at);

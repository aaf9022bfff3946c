-- Who is told by HTTP what became of an inquiry: one row for each outcome and target. Nothing personal.
create table webhook_delivery (
    target          varchar(32)              not null,
    sequence_number bigint                   not null, -- of the outcome
    inquiry_id      varchar(64)              not null,
    kind            varchar(16)              not null,
    level           varchar(16),
    outcome_state   varchar(16)              not null,
    mail            varchar(16),
    noted_at        timestamp with time zone not null,
    state           varchar(16)              not null,
    attempts        integer                  not null,
    answer          varchar(64), -- of the last try
    next_attempt_at timestamp with time zone,
    ended_at        timestamp with time zone,
    constraint webhook_delivery_key primary key (target, sequence_number)
);

create index webhook_delivery_open on webhook_delivery (target, ended_at, next_attempt_at);

-- Targets that want no more.
create table webhook_gone (
    target  varchar(32)              not null primary key,
    gone_at timestamp with time zone not null
);

-- Whether targets are owed it already.
alter table outcome add column handed boolean default false not null;

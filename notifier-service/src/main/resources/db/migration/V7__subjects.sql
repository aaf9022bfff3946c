-- What a mail is about and which inbox it goes to stand in columns of their own; before they stood in names, such as
-- 'digest-2026-11-22' and 'clinic-2'. A row that names no subject was owed for a foreign record, and could never be sent.
alter table delivery rename to delivery_until_v6;

create table delivery (
    subject_kind     varchar(16)              not null,
    subject_id       varchar(64)              not null,
    audience         varchar(16)              not null,
    recipient_index  integer                  not null,
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
    handout          varchar(128),
    handout_version  varchar(64),
    handout_hash     varchar(64),
    handout_approval varchar(16),
    constraint delivery_key primary key (subject_kind, subject_id, audience, recipient_index)
);

insert into delivery
select case when inquiry_id like 'dead-letter-%' then 'dead-letter'
            when inquiry_id like 'digest-%' then 'digest'
            else 'inquiry' end,
       case when inquiry_id like 'dead-letter-%' then substring(inquiry_id from 13)
            when inquiry_id like 'digest-%' then substring(inquiry_id from 8)
            else inquiry_id end,
       case when audience in ('clinic-2', 'clinic-3') then 'clinic' else audience end,
       case audience when 'clinic-2' then 2 when 'clinic-3' then 3 else 1 end,
       state, reason, attempts, unknowns, message_id, topic_partition, topic_offset, smtp_code, enhanced_status,
       owed_since, attempted_at, next_attempt_at, ended_at, handout, handout_version, handout_hash, handout_approval
from delivery_until_v6
where inquiry_id like 'dead-letter-%' or inquiry_id like 'digest-%' or char_length(inquiry_id) = 26;

drop table delivery_until_v6;

create index delivery_owed_since on delivery (owed_since);
create index delivery_position on delivery (topic_partition, topic_offset);
create index delivery_open on delivery (ended_at, next_attempt_at);

-- The audit names a dead letter by its place alone, whatever was done to it.
update audit set subject = substring(subject from 13) where subject like 'dead-letter-%';
update audit set subject = substring(subject from 8) where subject like 'digest-%';

-- One row for each inquiry as a person to answer. Nothing here names the person: phone number and address are HMACs under a
-- key that is not here. What is null was cleared by an erasure, or came before there were cases.
create table inquiry_case (
    inquiry_id    varchar(64)              not null,
    version       integer                  not null,
    state         varchar(16)              not null,
    owner         varchar(64),
    tries         integer                  not null,
    close_reason  varchar(16),
    opened_at     timestamp with time zone not null,
    changed_at    timestamp with time zone not null,
    answered_at   timestamp with time zone,
    done_at       timestamp with time zone,
    received_at   timestamp with time zone,
    due_at        timestamp with time zone,
    level         varchar(16),
    suspected     boolean,
    way           varchar(16),
    phone         boolean,
    email_allowed boolean,
    language      varchar(8),
    best_time     varchar(16),
    kind          varchar(32),
    procedure_id  varchar(64),
    phone_hash    varchar(43),
    email_hash    varchar(43),
    constraint inquiry_case_key primary key (inquiry_id)
);

-- What is open comes first, by when it is due.
create index inquiry_case_open on inquiry_case (done_at, due_at);
create index inquiry_case_answered on inquiry_case (answered_at);
create index inquiry_case_phone on inquiry_case (phone_hash);
create index inquiry_case_email on inquiry_case (email_hash);

-- What people did to a case. Rows are only ever added.
create table case_history (
    inquiry_id varchar(64)              not null,
    version    integer                  not null,
    at         timestamp with time zone not null,
    action     varchar(16)              not null,
    reason     varchar(16),
    by_whom    varchar(64)              not null,
    constraint case_history_key primary key (inquiry_id, version)
);

-- Which case was named in which mail that said it again: each once for each stage.
create table case_reminder (
    inquiry_id  varchar(64) not null,
    stage       varchar(16) not null,
    reminder_id varchar(64) not null,
    constraint case_reminder_key primary key (inquiry_id, stage)
);

create index case_reminder_mail on case_reminder (reminder_id);

-- Whoever asked before there were cases was answered by mail and telephone alone, which nobody noted. The last day's inquiries
-- are opened by the reconciler, from the topic.
insert into inquiry_case (inquiry_id, version, state, tries, close_reason, opened_at, changed_at, done_at)
select subject_id, 0, 'closed', 0, 'before-cases', owed_since, owed_since, owed_since
from delivery
where subject_kind = 'inquiry' and audience = 'clinic' and recipient_index = 1
    and (owed_since < current_timestamp - interval '1' day or reason = 'erased');

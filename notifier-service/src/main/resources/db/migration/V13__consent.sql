-- To which words a person agreed to be e-mailed, and when: kept for longer than the inquiry, as evidence. Nothing here names the
-- person. An erasure leaves id, version and time.
create table consent (
    inquiry_id varchar(64)              not null primary key,
    wording    varchar(64)              not null,
    given_at   timestamp with time zone not null,
    language   varchar(35),
    channel    varchar(16)
);

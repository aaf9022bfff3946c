-- How far the topic was read when it was last looked at, and which topic that was: what is gone from it since is found by these.
create table topic_position (
    topic_id        varchar(64)              not null,
    topic_partition integer                  not null,
    passed          bigint                   not null,
    topic_end       bigint                   not null,
    seen_at         timestamp with time zone not null,
    primary key (topic_id, topic_partition)
);

-- Records that Kafka does not have any more and nobody read. Rows are only ever added.
create table lost_records (
    topic_id        varchar(64)              not null,
    topic_partition integer                  not null,
    from_offset     bigint                   not null,
    to_offset       bigint                   not null, -- the first that is not lost
    records         bigint                   not null,
    found_at        timestamp with time zone not null,
    primary key (topic_id, topic_partition, from_offset)
);

-- Since when each consent is noted with its inquiry. Those that came before have none yet: while Kafka keeps them, the
-- reconciliation notes theirs.
create table consent_since (
    noted_since timestamp with time zone not null primary key
);

insert into consent_since (noted_since) values (current_timestamp);

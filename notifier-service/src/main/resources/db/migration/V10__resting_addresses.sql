-- Addresses that are not mailed for a time, since a mail to them came back: by their HMAC, so that nobody can read them here.
create table resting_address (
    address_hash varchar(43)              not null primary key,
    reason       varchar(64)              not null,
    rests_until  timestamp with time zone not null
);

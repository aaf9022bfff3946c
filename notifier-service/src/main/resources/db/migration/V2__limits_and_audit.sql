-- How many mails an address got today. The address is an HMAC under a key that is not here; rows are dropped after a day.
create table patient_mail_slot (
    address_hash varchar(43) not null,
    on_day       date        not null,
    slot         integer     not null,
    primary key (address_hash, on_day, slot)
);

-- What people did to inquiries, such as erasing one. Rows are only ever added.
create table audit (
    at      timestamp with time zone not null,
    action  varchar(32)              not null,
    subject varchar(64)              not null,
    by_whom varchar(64)              not null
);

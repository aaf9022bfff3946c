-- From which networks a user of the console was let in: a hash of name and network, keyed by the hash of the user's password.
create table console_networks (
    mark   char(43)                 not null,
    let_in timestamp with time zone not null,
    constraint console_networks_key primary key (mark)
);

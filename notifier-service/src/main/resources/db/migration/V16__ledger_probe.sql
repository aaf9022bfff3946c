-- One row that is written to see whether the ledger takes anything: a database whose disk is full is read as ever.
create table ledger_probe (
    id         integer                  not null primary key,
    written_at timestamp with time zone not null
);

insert into ledger_probe (id, written_at) values (1, current_timestamp);

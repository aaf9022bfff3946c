-- All that the board asks of those that are open stands in this index, so that it does not read the table to sort them.
drop index inquiry_case_open;
create index inquiry_case_open on inquiry_case (done_at, due_at, level, state, best_time, received_at, owner, version, inquiry_id);

-- What nobody is asked to answer stands below all others: the index tells it apart, so that the table is not read to sort them.
drop index inquiry_case_open;
create index inquiry_case_open on inquiry_case (done_at, due_at, level, state, best_time, received_at, owner, version, suspected, inquiry_id);
-- Those whose form was sent before, by the first of them.
create index inquiry_case_repeats on inquiry_case (repeats);

-- Who cannot be reached stands below all others too: what tells so joins the index, so that the table is not read to sort them.
drop index inquiry_case_open;
create index inquiry_case_open on inquiry_case
    (done_at, due_at, level, state, best_time, received_at, owner, version, suspected, phone, email_allowed, inquiry_id);

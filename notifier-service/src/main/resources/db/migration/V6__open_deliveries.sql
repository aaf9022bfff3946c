-- One index where there were two: each is a tree that every mail writes to. What has not ended comes first, by when it is due.
drop index delivery_due;
drop index delivery_ended_at;
create index delivery_open on delivery (ended_at, next_attempt_at);

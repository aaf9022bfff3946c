-- The console shows the newest deliveries, and what was done to one inquiry.
create index delivery_owed_since on delivery (owed_since);
create index delivery_ended_at on delivery (ended_at);
create index audit_at on audit (at);
create index audit_subject on audit (subject);

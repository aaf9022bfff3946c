-- Emergencies that wait are looked for every few seconds: they stand together, however many others are open.
create index inquiry_case_emergencies on inquiry_case (level, done_at, received_at);

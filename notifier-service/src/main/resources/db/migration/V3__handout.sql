-- Exactly what a person was sent: which handout, in which version, and whether a clinician had approved it.
alter table delivery add column handout varchar(128);
alter table delivery add column handout_version varchar(64);
alter table delivery add column handout_hash varchar(64);
alter table delivery add column handout_approval varchar(16);

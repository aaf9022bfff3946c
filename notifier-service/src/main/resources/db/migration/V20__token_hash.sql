-- The first case of each submission token, by the token's SHA-256, and of every other case which was the first. The token is
-- random: its hash leads to nobody. Null where an inquiry came without one, and after an erasure.
alter table inquiry_case add column token_hash varchar(43);
alter table inquiry_case add column repeats varchar(64);
create unique index inquiry_case_token on inquiry_case (token_hash);

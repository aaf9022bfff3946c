-- For which inquiry a slot was taken: it takes no second one, whoever asks for it. Rows that are older say nothing.
alter table patient_mail_slot add column inquiry_id varchar(64);
create unique index patient_mail_slot_inquiry on patient_mail_slot (address_hash, on_day, inquiry_id);

-- What ended badly is a small part of all: the console counts it on each page, and does not read the others for it.
create index delivery_state on delivery (state, reason);

-- Balancing the books counts, for each partition, what stands at an offset or after it: without this it reads every row.
create index delivery_position on delivery (topic_partition, topic_offset);

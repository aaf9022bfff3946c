package org.foramen.benchmarks.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** The groups that read a topic. */
record Groups(String broker, String topic) {

    /** Takes all of them to its end; none may be at work. */
    void passAll() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            for (TopicPartitionInfo part : admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions()) {
                TopicPartition place = new TopicPartition(topic, part.partition());
                long end = admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                        .partitionResult(place)
                        .get()
                        .offset();
                ends.put(place, new OffsetAndMetadata(end));
            }
            for (String group : all(admin)) {
                admin.alterConsumerGroupOffsets(group, ends).all().get();
            }
        }
    }

    private List<String> all(Admin admin) throws ExecutionException, InterruptedException {
        List<String> groups = new ArrayList<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            boolean readsIt =
                    admin
                            .listConsumerGroupOffsets(group.groupId())
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .keySet()
                            .stream()
                            .anyMatch(part -> part.topic().equals(topic));
            if (readsIt) {
                groups.add(group.groupId());
            }
        }
        return groups;
    }
}

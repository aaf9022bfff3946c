package org.foramen.system.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as an outsider sees it: what is in it, and how far its readers are. */
public final class Topic {

    private static final List<String> READERS = List.of("clinic-mailer", "patient-mailer");

    private final String bootstrap;
    private final String name;

    Topic(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
    }

    /** Everything that is in it now. */
    public List<ConsumerRecord<String, byte[]>> records() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "group.id", "onlooker", "enable.auto.commit", "false");
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(one -> new TopicPartition(name, one.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    public void add(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Kafka did not take a record", e);
        }
    }

    public String name() {
        return name;
    }

    /** Has Kafka compact it whenever a segment is closed, which the next record does that comes a second later. */
    public void compactSoon() throws InterruptedException, ExecutionException {
        configure(Map.of(
                "segment.ms", "1000",
                "min.cleanable.dirty.ratio", "0.001",
                "max.compaction.lag.ms", "1000",
                "delete.retention.ms", "0",
                "file.delete.delay.ms", "100"));
    }

    private void configure(Map<String, String> settings) throws InterruptedException, ExecutionException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(one -> new AlterConfigOp(new ConfigEntry(one.getKey(), one.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), changes))
                    .all()
                    .get();
        }
    }

    /** The broker that leads a partition. */
    public int leader(int partition) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                    .filter(one -> one.partition() == partition)
                    .findFirst()
                    .orElseThrow()
                    .leader()
                    .id();
        }
    }

    /** True when both readers have done with every record that is in it now. */
    public boolean isReadToTheEnd() throws InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, Long> ends = ends(admin);
            for (String reader : READERS) {
                Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(reader)
                        .partitionsToOffsetAndMetadata()
                        .get();
                for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                    OffsetAndMetadata at = done.get(end.getKey());
                    if (end.getValue() > 0 && (at == null || at.offset() < end.getValue())) {
                        return false;
                    }
                }
            }
            return true;
        } catch (ExecutionException e) {
            return false; // Kafka is not back yet
        }
    }

    /** Makes both readers begin at the first record again; they must not run. */
    public void rewind() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            ends(admin).keySet().forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
            for (String reader : READERS) {
                admin.alterConsumerGroupOffsets(reader, start).all().get();
            }
        }
    }

    private Map<TopicPartition, Long> ends(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest =
                admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                        .collect(Collectors.toMap(
                                one -> new TopicPartition(name, one.partition()), one -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.listOffsets(latest).all().get().entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }

    private Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", 5000, "request.timeout.ms", 3000));
    }
}

package org.foramen.notifier.topic;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** What Kafka knows about the topic of inquiries: its settings, its ends, and how far each group has come. */
@Component
public class InquiryTopic implements DisposableBean {

    private static final long PATIENCE_SECONDS = 10;

    private final Admin admin;
    private final String name;

    InquiryTopic(KafkaAdmin admin, NotifierSettings settings) {
        this.admin = Admin.create(admin.getConfigurationProperties());
        this.name = settings.topic().name();
    }

    public String name() {
        return name;
    }

    List<TopicPartition> partitions() {
        return description().partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }

    /** Kafka's own id of it: one that is deleted and made again has another. */
    public String id() {
        return description().topicId().toString();
    }

    private TopicDescription description() {
        return answer(() -> requireNonNull(admin.describeTopics(List.of(name))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(name)));
    }

    Config config() {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Map<ConfigResource, Config> described =
                answer(() -> admin.describeConfigs(List.of(resource)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return described.getOrDefault(resource, new Config(List.of()));
    }

    public Map<TopicPartition, Long> ends() {
        return offsets(OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    public Map<TopicPartition, Long> beginnings() {
        return offsets(OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** The partitions in which another program has a transaction open: nothing behind its beginning is read until it ends. */
    public List<Integer> heldByTransactions() {
        Map<TopicPartition, Long> ends = ends(); // asked for first: what is written between both is no transaction
        Map<TopicPartition, Long> readable = offsets(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        return ends.entrySet().stream()
                .filter(end -> readable.getOrDefault(end.getKey(), end.getValue()) < end.getValue())
                .map(end -> end.getKey().partition())
                .sorted()
                .toList();
    }

    /** For each partition the first record that the group has not finished with; of other topics that it reads, nothing. */
    public Map<TopicPartition, Long> doneBy(String group) {
        Map<TopicPartition, OffsetAndMetadata> committed = answer(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        Map<TopicPartition, Long> done = new LinkedHashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(name)) {
                done.put(partition, offset.offset());
            }
        });
        return done;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which, IsolationLevel seen) {
        Map<TopicPartition, OffsetSpec> asked = new LinkedHashMap<>();
        partitions().forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        answer(() -> admin.listOffsets(asked, new ListOffsetsOptions(seen))
                        .all()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    /** Where a record stands. */
    public static Position positionOf(ConsumerRecord<?, ?> record) {
        return new Position(record.partition(), record.offset());
    }

    private static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAway();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaAway();
        }
    }

    @Override
    public void destroy() {
        admin.close(Duration.ofSeconds(PATIENCE_SECONDS)); // without a limit it may wait for good
    }

    /** Something asked of Kafka. */
    private interface Question<T> {
        T ask() throws InterruptedException, ExecutionException, TimeoutException;
    }
}

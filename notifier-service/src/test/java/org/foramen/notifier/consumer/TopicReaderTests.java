package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Kafka knows of how far we are. */
class TopicReaderTests {

    private static final TopicPartition PARTITION = new TopicPartition("inquiries", 0);
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

    private final List<Long> told = new ArrayList<>();
    private boolean rebalancing;
    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            told.add(offsets.get(PARTITION).offset());
            if (rebalancing) {
                callback.onComplete(offsets, new RebalanceInProgressException());
            } else {
                super.commitAsync(offsets, callback);
            }
        }
    };
    private final TopicReader topic = new TopicReader(kafka);

    @BeforeEach
    void subscribe() {
        topic.subscribe("inquiries");
        kafka.rebalance(List.of(PARTITION));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void whatKafkaDidNotTakeIsToldAgainThoughNothingMoreIsRead() {
        rebalancing = true;
        isDone(0);
        topic.moveOffsets(NOW);
        topic.moveOffsets(NOW.plusMillis(10));
        assertThat(told).as("not at every turn of the loop").containsExactly(1L);

        rebalancing = false;
        topic.moveOffsets(NOW.plusMillis(300));
        topic.moveOffsets(NOW.plusMillis(600));

        assertThat(told).containsExactly(1L, 1L);
        assertThat(kafka.committed(Set.of(PARTITION)).get(PARTITION).offset()).isEqualTo(1);
    }

    @Test
    void whatIsDoneMeanwhileIsNotForgottenForIt() {
        rebalancing = true;
        isDone(0);
        topic.moveOffsets(NOW);
        rebalancing = false;
        isDone(1);

        topic.moveOffsets(NOW.plusMillis(300));

        assertThat(told).containsExactly(1L, 2L);
    }

    private void isDone(long offset) {
        kafka.addRecord(new ConsumerRecord<>("inquiries", 0, offset, "key", new byte[] {1}));
        topic.read(Duration.ZERO, NOW);
        topic.done(topic.next(NOW));
    }
}

package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Kafka knows of how far we are. */
class TopicReaderTests {

    private static final TopicPartition PARTITION = new TopicPartition("inquiries", 0);
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

    private final List<Long> told = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();
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
    private final TopicReader topic = new TopicReader(kafka, record -> lost.add(record.offset()));

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

    @Test
    void aRecordThatKafkaCannotGiveBackIsAskedForTwiceAndThenPassedAndTold() {
        kafka.addRecord(new ConsumerRecord<>("inquiries", 0, 1, "key", new byte[] {1}));
        cannotGiveBack();
        assertThat(lost).isEmpty();
        cannotGiveBack();
        assertThat(lost).containsExactly(0L);

        topic.read(Duration.ZERO, NOW);

        assertThat(topic.next(NOW)).extracting(ConsumerRecord::offset).isEqualTo(1L);
    }

    @Test
    void whatElseKafkaRefusesIsNotPassed() {
        kafka.setPollException(new KafkaException("not authorized"));

        assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> topic.read(Duration.ZERO, NOW));
        assertThat(kafka.position(PARTITION)).isZero();
    }

    @Test
    void aClockThatIsSetBackMakesNoRecordWaitLonger() {
        kafka.addRecord(new ConsumerRecord<>("inquiries", 0, 0, "key", new byte[] {1}));
        topic.read(Duration.ZERO, NOW);
        topic.putBack(topic.next(NOW), NOW);
        assertThat(topic.next(NOW)).isNull();
        Instant setBack = NOW.minus(Duration.ofHours(1));

        assertThat(topic.next(setBack, setBack.minusSeconds(2))).isNotNull();
    }

    private void cannotGiveBack() {
        kafka.setPollException(
                new KafkaException("Received exception when fetching the next record from inquiries-0. If"
                        + " needed, please seek past the record to continue consumption."));
        topic.read(Duration.ZERO, NOW);
    }

    private void isDone(long offset) {
        kafka.addRecord(new ConsumerRecord<>("inquiries", 0, offset, "key", new byte[] {1}));
        topic.read(Duration.ZERO, NOW);
        topic.done(topic.next(NOW));
    }
}

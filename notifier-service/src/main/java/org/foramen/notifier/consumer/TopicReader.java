package org.foramen.notifier.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.foramen.base.web.HeapShare;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.topic.records.SkippingPoller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic for one loop, no more than it can hold, and moves the offset behind what is done. */
final class TopicReader implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    /** Of the heap, for the records of a group that wait here. */
    private static final int PERCENT = 10;

    /** So many records wait here at most; the rest waits in Kafka. */
    private static final int MOST_WAITING = HeapShare.count(PERCENT, Topics.LARGEST_RECORD, 200);

    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(200);

    private final Consumer<String, byte[]> kafka;
    private final SkippingPoller poller;
    private final RecordQueue records = new RecordQueue();
    private Instant nextCommit = Instant.MIN;
    private boolean refused;

    /** @param lost is told of the place of a record that Kafka cannot give back, before it is passed */
    TopicReader(Consumer<String, byte[]> kafka, java.util.function.Consumer<ConsumerRecord<String, byte[]>> lost) {
        this.kafka = kafka;
        this.poller = new SkippingPoller(
                kafka,
                (partition, offset) -> lost.accept(
                        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, null)));
    }

    void subscribe(String topic) {
        kafka.subscribe(List.of(topic), this);
    }

    /** Asks Kafka even when enough waits, so that it does not take our partitions away. */
    void read(Duration patience, Instant now) {
        if (records.size() < MOST_WAITING) {
            kafka.resume(kafka.paused());
        } else {
            kafka.pause(kafka.assignment());
        }
        try {
            records.add(poller.poll(patience), now);
        } catch (WakeupException e) {
            log.debug("woken while nothing was new");
        }
    }

    /** Ends a wait for Kafka; another thread may call it. */
    void wakeUp() {
        kafka.wakeup();
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    @Nullable ConsumerRecord<String, byte[]> next(Instant now) {
        return records.next(now);
    }

    /** The next record that has waited here since a moment or longer. */
    @Nullable ConsumerRecord<String, byte[]> next(Instant now, Instant since) {
        return records.next(now, since);
    }

    /** The record failed. @return how long its partition waits */
    Duration putBack(ConsumerRecord<String, byte[]> record, Instant now) {
        return records.putBack(record, now);
    }

    boolean hasWaitedLong(ConsumerRecord<?, ?> record) {
        return records.hasWaitedLong(record);
    }

    void done(ConsumerRecord<String, byte[]> record) {
        records.done(record);
    }

    /**
     * Tells Kafka how far we are: at once when nothing waits, else a few times a second, and again where Kafka does not take
     * it. Whoever calls has done with all that was taken.
     */
    void moveOffsets(Instant now) {
        records.doneWithWhatIsRead();
        if (records.hasDone() && (isEmpty() && !refused || !now.isBefore(nextCommit))) {
            refused = false;
            kafka.commitAsync(records.takeDone(kafka.assignment()), this::committed);
            nextCommit = now.plus(BETWEEN_COMMITS);
        }
    }

    /** Nothing else may be read for hours, and until then Kafka would not know. */
    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            log.info(
                    "Kafka did not take how far we are ({}): it is told again",
                    failure.getClass().getSimpleName());
            records.doneStill(offsets);
            refused = true;
        }
    }

    void commit() {
        Map<TopicPartition, OffsetAndMetadata> done = records.takeDone(kafka.assignment());
        try {
            kafka.commitSync(done);
        } catch (WakeupException e) { // it was meant for a wait that had ended by itself
            kafka.commitSync(done);
        }
    }

    void close() {
        kafka.close();
    }

    /** What was done in partitions that another notifier takes over is said first. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        records.drop(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        records.drop(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            log.info("partitions assigned: {}", partitions); // of several notifiers an operator sees who reads what
        }
    }
}

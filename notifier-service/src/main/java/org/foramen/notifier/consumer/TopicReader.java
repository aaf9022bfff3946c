package org.foramen.notifier.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.foramen.base.web.HeapShare;
import org.foramen.contract.wire.Topics;
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

    /** How the consumer names a partition of which it cannot give back the next record, as of a disk that has damaged it. */
    private static final Pattern DAMAGED =
            Pattern.compile("Received exception when fetching the next record from (.+)-(\\d+)\\. .*");

    private final Consumer<String, byte[]> kafka;
    private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> lost;
    private final Map<TopicPartition, Long> doubted = new HashMap<>();
    private final RecordQueue records = new RecordQueue();
    private Instant nextCommit = Instant.MIN;
    private boolean refused;

    /** @param lost is told of the place of a record that Kafka cannot give back, before it is passed */
    TopicReader(Consumer<String, byte[]> kafka, java.util.function.Consumer<ConsumerRecord<String, byte[]>> lost) {
        this.kafka = kafka;
        this.lost = lost;
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
        records.add(poll(patience), now);
    }

    private ConsumerRecords<String, byte[]> poll(Duration patience) {
        try {
            return kafka.poll(patience);
        } catch (KafkaException e) {
            Matcher place = DAMAGED.matcher(String.valueOf(e.getMessage()));
            if (!place.matches()) {
                throw e;
            }
            passBy(new TopicPartition(place.group(1), Integer.parseInt(place.group(2))));
            return ConsumerRecords.empty();
        }
    }

    /** It is asked for once more; then what stands behind it goes on, which would wait for ever. */
    private void passBy(TopicPartition partition) {
        long offset = kafka.position(partition);
        boolean again = Objects.equals(doubted.put(partition, offset), offset);
        if (again) {
            lost.accept(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, null));
        }
        kafka.seek(partition, again ? offset + 1 : offset);
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
        kafka.commitSync(records.takeDone(kafka.assignment()));
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

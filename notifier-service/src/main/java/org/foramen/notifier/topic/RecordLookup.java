package org.foramen.notifier.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.foramen.base.time.Wait;
import org.foramen.base.web.HeapShare;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.records.SkippingPoller;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks up records by their place in the topic, with one consumer for all who ask. The records behind one are read with it
 * and kept for a moment, sealed as they are: what is owed is mostly owed in the topic's order.
 */
@Component
public class RecordLookup implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** What Kafka forgets is soon forgotten here. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final int BATCH_BYTES = 512 * 1024;

    /** Of the heap, for the batches that are kept. */
    private static final int PERCENT = 5;

    private static final int MOST_BATCHES = HeapShare.count(PERCENT, BATCH_BYTES, 100);

    private static final Properties FEW_RECORDS = new Properties();

    static {
        FEW_RECORDS.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        FEW_RECORDS.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BATCH_BYTES);
        FEW_RECORDS.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20); // else closing would wait for a fetch of more
    }

    private final ConsumerFactory<String, byte[]> consumers;
    private final String topic;
    private final Map<Integer, Batch> batches = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Batch> eldest) {
            return size() > MOST_BATCHES;
        }
    };
    private @Nullable Consumer<String, byte[]> consumer;

    RecordLookup(ConsumerFactory<String, byte[]> consumers, NotifierSettings settings) {
        this.consumers = consumers;
        this.topic = settings.topic().name();
    }

    /**
     * Empty when there is no record any more.
     *
     * @throws Damaged when Kafka cannot give back what stands there
     * @throws InquiryReader.KafkaAway when Kafka does not answer
     */
    synchronized Optional<ConsumerRecord<String, byte[]>> at(Position position) {
        Batch known = batches.get(position.partition());
        if (known == null || !known.holds(position.offset())) {
            known = Batch.of(ask(kafka -> isWithin(kafka, position) ? from(kafka, partitionOf(position)) : List.of()));
            batches.put(position.partition(), known);
        }
        return Optional.ofNullable(known.records.get(position.offset()));
    }

    /**
     * The last record of a key from a place on, a tombstone too: where compaction took away what stood there, a repeat of it
     * may stand further on. All between is read.
     *
     * @throws InquiryReader.KafkaAway when Kafka does not answer
     */
    synchronized Optional<ConsumerRecord<String, byte[]>> lastFrom(Position position, String key) {
        return ask(kafka -> isWithin(kafka, position) ? last(kafka, partitionOf(position), key) : Optional.empty());
    }

    private static List<ConsumerRecord<String, byte[]>> from(Consumer<String, byte[]> kafka, TopicPartition partition) {
        SkippingPoller poller = new SkippingPoller(kafka, (damaged, offset) -> {
            throw new Damaged();
        });
        return next(kafka, poller::poll, partition);
    }

    private <T> T ask(Function<Consumer<String, byte[]>, T> question) {
        try {
            return question.apply(connected());
        } catch (RuntimeException e) {
            close();
            throw e instanceof TimeoutException ? new InquiryReader.KafkaAway() : e;
        }
    }

    private static Optional<ConsumerRecord<String, byte[]>> last(
            Consumer<String, byte[]> kafka, TopicPartition partition, String key) {
        long end = kafka.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Optional<ConsumerRecord<String, byte[]>> last = Optional.empty();
        SkippingPoller poller = SkippingPoller.logged(kafka);
        while (kafka.position(partition, POLL) < end) {
            for (ConsumerRecord<String, byte[]> record : next(kafka, poller::poll, partition)) {
                if (key.equals(record.key())) {
                    last = Optional.of(record);
                }
            }
        }
        return last;
    }

    /** Nothing where compaction left a gap. */
    private static List<ConsumerRecord<String, byte[]>> next(
            Consumer<String, byte[]> kafka,
            Function<Duration, ConsumerRecords<String, byte[]>> poll,
            TopicPartition partition) {
        long before = kafka.position(partition, POLL);
        Wait end = Wait.of(PATIENCE);
        while (!end.isOver()) {
            List<ConsumerRecord<String, byte[]>> read = poll.apply(POLL).records(partition);
            if (kafka.position(partition, POLL) > before) {
                return read;
            }
        }
        throw new TimeoutException();
    }

    private Consumer<String, byte[]> connected() {
        if (consumer == null) {
            consumer = consumers.createConsumer(null, null, null, FEW_RECORDS);
        }
        return consumer;
    }

    /** Then the next that is read is from there. False where the topic was made anew: it is not that long, or has no such partition. */
    private boolean isWithin(Consumer<String, byte[]> kafka, Position position) {
        TopicPartition partition = partitionOf(position);
        boolean exists = position.offset() >= 0
                && kafka.partitionsFor(topic).stream().anyMatch(one -> one.partition() == position.partition());
        if (!exists) {
            return false;
        }
        kafka.assign(List.of(partition));
        kafka.seek(partition, position.offset());
        return kafka.endOffsets(List.of(partition)).getOrDefault(partition, 0L) > position.offset();
    }

    private TopicPartition partitionOf(Position position) {
        return new TopicPartition(topic, position.partition());
    }

    /** The next who asks connects again. */
    @Override
    public synchronized void close() {
        batches.clear();
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    /** A disk has damaged the record, or, where compaction left a gap, the one behind it. */
    static final class Damaged extends RuntimeException {}

    /** Records that stood behind each other in one partition, by offset. */
    private record Batch(Map<Long, ConsumerRecord<String, byte[]>> records, Wait end) {

        static Batch of(List<ConsumerRecord<String, byte[]>> read) {
            return new Batch(
                    read.stream().collect(Collectors.toMap(ConsumerRecord::offset, Function.identity())),
                    Wait.of(KEPT));
        }

        boolean holds(long offset) {
            return records.containsKey(offset) && !end.isOver();
        }
    }
}

package org.foramen.notifier.consumer;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read and not yet begun, partition by partition in their order, and how far each partition is done. A
 * record that fails holds its own partition back, with a pause that doubles, and no other.
 */
final class RecordQueue {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Map<TopicPartition, Deque<Waiting>> waiting = new LinkedHashMap<>();
    private final Map<TopicPartition, Hold> held = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> readUpTo = new HashMap<>();

    void add(ConsumerRecords<String, byte[]> records, Instant now) {
        records.forEach(record -> waiting.computeIfAbsent(partitionOf(record), first -> new ArrayDeque<>())
                .add(new Waiting(record, now)));
        readUpTo.putAll(records.nextOffsets());
    }

    int size() {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    /** Takes the next record of a partition that is not held back; partitions take turns. */
    @Nullable ConsumerRecord<String, byte[]> next(Instant now) {
        return next(now, now);
    }

    /** The next record that has waited here since a moment or longer. */
    @Nullable ConsumerRecord<String, byte[]> next(Instant now, Instant since) {
        for (TopicPartition partition : List.copyOf(waiting.keySet())) {
            Hold hold = held.get(partition);
            Deque<Waiting> records = requireNonNull(waiting.get(partition));
            Instant came = records.element().since();
            boolean waited = !came.isAfter(since) || came.isAfter(now);
            if (waited && (hold == null || !hold.holds(now))) {
                waiting.remove(partition);
                ConsumerRecord<String, byte[]> next = records.remove().record();
                if (!records.isEmpty()) {
                    waiting.put(partition, records); // behind the others
                }
                return next;
            }
        }
        return null;
    }

    /** What the record asks for is done or begun, and so is all before it in its partition. */
    void done(ConsumerRecord<String, byte[]> record) {
        done.put(partitionOf(record), new OffsetAndMetadata(record.offset() + 1));
        held.remove(partitionOf(record));
    }

    /** The record failed: it goes first again, once its partition has waited. @return for how long */
    Duration putBack(ConsumerRecord<String, byte[]> record, Instant now) {
        TopicPartition partition = partitionOf(record);
        waiting.computeIfAbsent(partition, first -> new ArrayDeque<>()).addFirst(new Waiting(record, now));
        Hold last = held.get(partition);
        Duration pause = last == null ? FIRST_PAUSE : last.pause().multipliedBy(2);
        Duration kept = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        held.put(partition, new Hold(now.plus(kept), kept));
        return kept;
    }

    /** True when the record's partition has waited with it for minutes. */
    boolean hasWaitedLong(ConsumerRecord<?, ?> record) {
        Hold hold = held.get(partitionOf(record));
        return hold != null && hold.pause().equals(LONGEST_PAUSE);
    }

    /** These partitions are another notifier's now. */
    void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            waiting.remove(partition);
            held.remove(partition);
            done.remove(partition);
            readUpTo.remove(partition);
        });
    }

    /** Where nothing waits any more the place behind what no consumer is shown is done too: a transaction's end, or its abort. */
    void doneWithWhatIsRead() {
        readUpTo.keySet().removeIf(partition -> {
            boolean allTaken = !waiting.containsKey(partition);
            if (allTaken) {
                done.put(partition, requireNonNull(readUpTo.get(partition)));
            }
            return allTaken;
        });
    }

    /** How far each of our partitions is done, if it came further since this was last asked. */
    Map<TopicPartition, OffsetAndMetadata> takeDone(Set<TopicPartition> ours) {
        done.keySet().retainAll(ours);
        Map<TopicPartition, OffsetAndMetadata> taken = Map.copyOf(done);
        done.clear();
        return taken;
    }

    /** So far they were done when this was asked last, and perhaps farther by now. */
    void doneStill(Map<TopicPartition, OffsetAndMetadata> taken) {
        taken.forEach(done::putIfAbsent);
    }

    boolean hasDone() {
        return !done.isEmpty();
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private record Waiting(ConsumerRecord<String, byte[]> record, Instant since) {}

    private record Hold(Instant until, Duration pause) {

        /** No longer than its pause, wherever the clock is set to meanwhile. */
        boolean holds(Instant now) {
            return now.isBefore(until) && !now.isBefore(until.minus(pause));
        }
    }
}

package org.foramen.notifier.reconciliation;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.topic.ConsumerGroups;
import org.foramen.notifier.topic.InquiryTopic;
import org.springframework.stereotype.Component;

/** How far each of the two consumer groups has come in the topic. */
@Component
class ConsumerLag {

    private static final Map<Audience, String> READERS =
            Map.of(Audience.CLINIC, ConsumerGroups.CLINIC, Audience.PATIENT, ConsumerGroups.PATIENT);

    private final InquiryTopic topic;
    private final KnownDeliveries known;
    private volatile Map<Audience, Long> unread = Map.of();

    ConsumerLag(InquiryTopic topic, KnownDeliveries known, MeterRegistry metrics) {
        this.topic = topic;
        this.known = known;
        READERS.keySet().forEach(audience -> Gauge.builder(
                        "foramen.reconciliation.unread", () -> unread.getOrDefault(audience, 0L))
                .description("Records in Kafka that this audience's consumers have not begun with")
                .tag("audience", audience.wireName())
                .register(metrics));
    }

    /** Asks Kafka. */
    Seen look() {
        Map<Audience, Map<TopicPartition, Long>> done = READERS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, reader -> topic.doneBy(reader.getValue())));
        return new Seen(done, topic.beginnings(), topic.ends());
    }

    /** Has the gauges say what was seen. A consumer that waits with a record has it in the ledger: that one is owed, not unread. */
    void show(Seen seen) {
        unread = READERS.keySet().stream()
                .collect(Collectors.toMap(audience -> audience, audience -> unread(audience, seen)));
    }

    private long unread(Audience audience, Seen seen) {
        Map<TopicPartition, Long> passed = seen.passedBy(audience);
        long unread = 0;
        for (Map.Entry<TopicPartition, Long> end : seen.ends.entrySet()) {
            long from = passed.getOrDefault(end.getKey(), 0L);
            if (end.getValue() > from) {
                long begun = known.count(audience, end.getKey().partition(), from, end.getValue());
                unread += Math.max(0, end.getValue() - from - begun);
            }
        }
        return unread;
    }

    /**
     * The topic and its groups as of one moment.
     *
     * @param done for each group's audience the first record of each partition that it has not finished with
     * @param beginnings the first record of each partition that is left
     */
    record Seen(
            Map<Audience, Map<TopicPartition, Long>> done,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {

        /** For each partition the first record that not both have finished with. */
        Map<TopicPartition, Long> passed() {
            Map<TopicPartition, Long> both = passedBy(Audience.CLINIC);
            passedBy(Audience.PATIENT).forEach((part, patients) -> both.merge(part, patients, Math::min));
            return both;
        }

        /** How many records not both have finished with. */
        long unread() {
            Map<TopicPartition, Long> passed = passed();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - passed.getOrDefault(end.getKey(), 0L))
                    .sum();
        }

        /** How each partition stands, by its number. */
        Map<Integer, LostRecords.Standing> standings() {
            Map<Integer, LostRecords.Standing> standings = new HashMap<>();
            ends.forEach((part, end) -> {
                long both = done.values().stream()
                        .mapToLong(group -> group.getOrDefault(part, -1L))
                        .min()
                        .orElse(-1);
                standings.put(part.partition(), new LostRecords.Standing(both, beginnings.getOrDefault(part, 0L), end));
            });
            return standings;
        }

        private Map<TopicPartition, Long> passedBy(Audience audience) {
            Map<TopicPartition, Long> passed = new HashMap<>(beginnings);
            requireNonNull(done.get(audience)).forEach((part, place) -> passed.merge(part, place, Math::max));
            return passed;
        }
    }
}

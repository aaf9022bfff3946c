package org.foramen.notifier.reconciliation;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
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

    /** For each partition the first record that not both have finished with. */
    Map<TopicPartition, Long> look() {
        Map<TopicPartition, Long> clinics = passedBy(Audience.CLINIC);
        Map<TopicPartition, Long> patients = passedBy(Audience.PATIENT);
        Map<TopicPartition, Long> ends = topic.ends();
        unread = Map.of(
                Audience.CLINIC, unread(Audience.CLINIC, clinics, ends),
                Audience.PATIENT, unread(Audience.PATIENT, patients, ends));
        Map<TopicPartition, Long> both = new HashMap<>(clinics);
        patients.forEach((part, done) -> both.merge(part, done, Math::min));
        return both;
    }

    /** How each partition stands, by its number. */
    Map<Integer, LostRecords.Standing> standings() {
        Map<TopicPartition, Long> clinics = topic.doneBy(ConsumerGroups.CLINIC);
        Map<TopicPartition, Long> patients = topic.doneBy(ConsumerGroups.PATIENT);
        Map<TopicPartition, Long> beginnings = topic.beginnings();
        Map<Integer, LostRecords.Standing> standings = new HashMap<>();
        topic.ends().forEach((part, end) -> {
            long both = Math.min(clinics.getOrDefault(part, -1L), patients.getOrDefault(part, -1L));
            long beginning = beginnings.getOrDefault(part, 0L);
            standings.put(part.partition(), new LostRecords.Standing(both, beginning, end));
        });
        return standings;
    }

    private Map<TopicPartition, Long> passedBy(Audience audience) {
        Map<TopicPartition, Long> passed = new HashMap<>(topic.beginnings());
        topic.doneBy(requireNonNull(READERS.get(audience)))
                .forEach((part, done) -> passed.merge(part, done, Math::max));
        return passed;
    }

    /** A consumer that waits with a record has it in the ledger already: that one is owed, not unread. */
    private long unread(Audience audience, Map<TopicPartition, Long> passed, Map<TopicPartition, Long> ends) {
        long unread = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long from = passed.getOrDefault(end.getKey(), 0L);
            if (end.getValue() > from) {
                long begun = known.count(audience, end.getKey().partition(), from, end.getValue());
                unread += Math.max(0, end.getValue() - from - begun);
            }
        }
        return unread;
    }
}

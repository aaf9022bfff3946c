package org.foramen.notifier.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Ledger;
import org.foramen.notifier.delivery.LedgerMetrics;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.inbox.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Proves that nothing was lost: every record that both groups have passed must have its deliveries in the ledger. What is
 * missing is named, and owed anew. Shown at {@code /actuator/reconciliation}.
 */
@Component
@Endpoint(id = "reconciliation")
public class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final Topic topic;
    private final Progress progress;
    private final ConsumerFactory<String, byte[]> consumers;
    private final Ledger ledger;
    private final LedgerMetrics standing;
    private final Map<TopicPartition, Long> checkedUpTo = new HashMap<>();
    private long inquiries;
    private volatile Reconciliation latest = new Reconciliation(Instant.EPOCH, 0, 0, List.of(), 0, 0);

    Reconciler(
            Topic topic,
            Progress progress,
            ConsumerFactory<String, byte[]> consumers,
            Ledger ledger,
            LedgerMetrics standing,
            MeterRegistry metrics) {
        this.topic = topic;
        this.progress = progress;
        this.consumers = consumers;
        this.ledger = ledger;
        this.standing = standing;
        Gauge.builder("foramen.reconciliation.missing", () -> latest.missing().size())
                .description("Inquiries that were read and are not in the ledger")
                .register(metrics);
        Gauge.builder("foramen.reconciliation.owed", () -> latest.owed()).register(metrics);
        Gauge.builder("foramen.reconciliation.age", () -> Duration.between(latest.at(), Instant.now())
                        .toSeconds())
                .description("Since the books were last balanced")
                .baseUnit("seconds")
                .register(metrics);
    }

    @ReadOperation
    public Reconciliation latest() {
        return latest;
    }

    @Scheduled(fixedDelayString = "${foramen.reconciliation.interval}", initialDelayString = "10s")
    void reconcile() {
        try {
            Map<TopicPartition, Long> passed = progress.look();
            List<String> missing = new ArrayList<>();
            for (Map.Entry<TopicPartition, Long> part : passed.entrySet()) {
                missing.addAll(check(part.getKey(), part.getValue()));
            }
            long unread = topic.ends().entrySet().stream()
                    .mapToLong(end -> end.getValue() - passed.getOrDefault(end.getKey(), 0L))
                    .sum();
            standing.look();
            latest = new Reconciliation(
                    Instant.now(), inquiries + unread, unread, missing, standing.mails(false), standing.mails(true));
            if (!missing.isEmpty()) {
                log.error("{}: {}", latest.getSentence(), missing);
            }
        } catch (KafkaAway e) {
            log.warn("The books cannot be balanced: Kafka does not answer");
        }
    }

    private List<String> check(TopicPartition part, long end) {
        List<String> missing = new ArrayList<>();
        long from = checkedUpTo.getOrDefault(part, 0L);
        if (from >= end) {
            return missing;
        }
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("reconciler", "")) {
            consumer.assign(List.of(part));
            consumer.seek(part, from);
            long patience = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while (consumer.position(part) < end) {
                if (System.nanoTime() > patience) {
                    throw new KafkaAway();
                }
                missing.addAll(check(consumer.poll(POLL).records(part).stream()
                        .filter(record -> record.offset() < end && record.value() != null)
                        .toList()));
            }
        }
        checkedUpTo.put(part, end);
        return missing;
    }

    private List<String> check(List<ConsumerRecord<String, byte[]>> records) {
        inquiries += records.size();
        Set<DeliveryKey> known = ledger.known(records.stream()
                .flatMap(record -> Stream.of(record.key(), noticeOf(record).inquiry()))
                .filter(Objects::nonNull)
                .toList());
        List<String> missing = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (!known.contains(noticeOf(record))) {
                for (Audience audience : List.of(Audience.CLINIC, Audience.PATIENT)) {
                    DeliveryKey key = new DeliveryKey(record.key(), audience);
                    if (!known.contains(key)) {
                        ledger.owe(key, position(record), "reconciled", Instant.now());
                        missing.add(key.toString());
                    }
                }
            }
        }
        return missing;
    }

    private static DeliveryKey noticeOf(ConsumerRecord<?, ?> record) {
        return DeadLetters.noticeOf(position(record));
    }

    private static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.partition(), record.offset());
    }
}

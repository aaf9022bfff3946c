package org.foramen.notifier.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.foramen.notifier.topic.InquiryTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Proves that nothing was lost: every record that both groups have passed must have its deliveries in the ledger. What is
 * missing is named, and owed anew, unless the {@link MissingDeliveries} is one for a person to look at first. Shown at
 * {@code /actuator/reconciliation}.
 */
@Component
@Endpoint(id = "reconciliation")
public class Reconciler implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final InquiryTopic topic;
    private final ConsumerLag progress;
    private final LostRecords lost;
    private final ConsumerFactory<String, byte[]> consumers;
    private final Ledger ledger;
    private final MissingCases cases;
    private final LedgerMetrics standing;
    private final NotifierSettings.Reconciliation rules;
    private final Map<TopicPartition, Long> checkedUpTo = new HashMap<>();
    private long checked;
    private volatile Reconciliation latest = new Reconciliation(Instant.EPOCH, 0, 0, List.of(), 0, false, 0, 0, "");

    Reconciler(
            InquiryTopic topic,
            ConsumerLag progress,
            LostRecords lost,
            ConsumerFactory<String, byte[]> consumers,
            Ledger ledger,
            MissingCases cases,
            LedgerMetrics standing,
            NotifierSettings settings,
            MeterRegistry metrics) {
        this.topic = topic;
        this.progress = progress;
        this.lost = lost;
        this.consumers = consumers;
        this.ledger = ledger;
        this.cases = cases;
        this.standing = standing;
        this.rules = settings.reconciliation();
        Gauge.builder("foramen.reconciliation.missing", () -> latest.missing().size())
                .description("Mails of inquiries that were read and are not in the ledger")
                .register(metrics);
        Gauge.builder("foramen.reconciliation.cases", () -> latest.casesOpened())
                .description("Inquiries that were read and had no case; it was opened anew")
                .register(metrics);
        Gauge.builder("foramen.reconciliation.owed", () -> latest.owed()).register(metrics);
        Gauge.builder("foramen.reconciliation.age", () -> Duration.between(latest.at(), Instant.now())
                        .toSeconds())
                .description("Since the last reconciliation that succeeded")
                .baseUnit("seconds")
                .register(metrics);
    }

    @ReadOperation
    public Reconciliation latest() {
        return latest;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::reconcile, rules.interval(), FIRST_LOOK));
    }

    void reconcile() {
        try {
            if (lost.look(topic.id(), progress.standings(), Instant.now())) {
                checkedUpTo.clear();
                checked = 0;
            }
            Map<TopicPartition, Long> passed = progress.look();
            Look look = new Look();
            passed.forEach(look::read);
            long inquiries = checked + look.inquiries;
            if (!look.gap.isForAPerson()) {
                look.gap.forEach(this::owe);
                passed.forEach((part, end) -> checkedUpTo.merge(part, end, Math::max));
                checked = inquiries;
            }
            say(inquiries, passed, look);
        } catch (KafkaAway e) {
            log.warn("The topic cannot be reconciled with the ledger: Kafka does not answer");
        }
    }

    /** One that the ledger cannot hold stays missing, and is named; the others are owed. */
    private void owe(DeliveryKey key, Position position) {
        try {
            ledger.owe(key, position, Reason.RECONCILED, Instant.now());
        } catch (DataIntegrityViolationException e) {
            log.error("Delivery {} is missing and cannot be noted", key);
        }
    }

    private void say(long inquiries, Map<TopicPartition, Long> passed, Look look) {
        long unread = topic.ends().entrySet().stream()
                .mapToLong(end -> end.getValue() - passed.getOrDefault(end.getKey(), 0L))
                .sum();
        standing.look();
        latest = new Reconciliation(
                Instant.now(),
                inquiries + unread,
                unread,
                look.gap.names(),
                look.casesOpened,
                look.gap.isForAPerson(),
                standing.mails(false),
                standing.mails(true),
                lost.sentence());
        List<Integer> held = topic.heldByTransactions();
        if (!held.isEmpty()) {
            log.warn("Partitions {} hold an open transaction of another program: nothing behind it is read yet", held);
        }
        if (latest.held()) {
            log.error("{}", latest.getSentence());
        } else if (!latest.missing().isEmpty()) {
            log.error("{}: {}", latest.getSentence(), latest.missing());
        }
    }

    /** What one look at the records finds that no look has checked before. */
    private final class Look {

        private final MissingDeliveries gap = new MissingDeliveries(rules, Instant.now());
        private long inquiries;
        private int casesOpened;

        /** Holds the records of a partition against the ledger, up to but not including {@code end}. */
        void read(TopicPartition part, long end) {
            long from = checkedUpTo.getOrDefault(part, 0L);
            if (from >= end || gap.isEnough()) {
                return;
            }
            try (Consumer<String, byte[]> consumer = consumers.createConsumer("reconciler", "")) {
                consumer.assign(List.of(part));
                consumer.seek(part, from);
                long patience = System.nanoTime() + Duration.ofMinutes(5).toNanos();
                while (consumer.position(part) < end && !gap.isEnough()) {
                    if (System.nanoTime() > patience) {
                        throw new KafkaAway();
                    }
                    check(consumer.poll(POLL).records(part).stream()
                            .filter(record -> record.offset() < end)
                            .toList());
                }
            }
        }

        private void check(List<ConsumerRecord<String, byte[]>> records) {
            Set<DeliveryKey> known = ledger.known(records.stream()
                    .flatMap(record ->
                            Stream.of(subjectOf(record), noticeOf(record).subject(), canaryOf(record)))
                    .distinct()
                    .toList());
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.value() == null) {
                    gap.forget(subjectOf(record));
                } else {
                    inquiries++;
                    check(record, known);
                }
            }
            if (!gap.isForAPerson()) {
                cases.erase(records.stream()
                        .filter(record ->
                                record.value() == null && subjectOf(record).kind() == SubjectKind.INQUIRY)
                        .map(record -> new InquiryId(record.key()))
                        .toList());
                casesOpened += cases.open(records.stream()
                        .filter(record ->
                                record.value() != null && subjectOf(record).kind() == SubjectKind.INQUIRY)
                        .filter(record -> !isOther(record, known))
                        .toList());
            }
        }

        private void check(ConsumerRecord<String, byte[]> record, Set<DeliveryKey> known) {
            if (!isOther(record, known)) {
                calledForBy(subjectOf(record))
                        .filter(key -> !known.contains(key))
                        .forEach(key -> gap.add(key, position(record), Instant.ofEpochMilli(record.timestamp())));
            }
        }
    }

    private static Stream<DeliveryKey> calledForBy(Subject subject) {
        Stream<Audience> audiences = subject.fold(
                inquiry -> Stream.of(Audience.CLINIC, Audience.PATIENT),
                deadLetter -> Stream.of(Audience.NOTICE),
                digest -> Stream.of(Audience.NOTICE),
                reminder -> Stream.of(Audience.NOTICE));
        return audiences.map(audience -> new DeliveryKey(subject, audience));
    }

    /** What a record must be known by: a foreign one is set aside as a dead letter. */
    private static Subject subjectOf(ConsumerRecord<String, ?> record) {
        return record.key() != null && InquiryId.isOne(record.key())
                ? new Subject.Inquiry(new InquiryId(record.key()))
                : noticeOf(record).subject();
    }

    /** A record that was set aside, or is an inquiry of our own. */
    private static boolean isOther(ConsumerRecord<String, ?> record, Set<DeliveryKey> known) {
        return known.contains(noticeOf(record)) || known.contains(new DeliveryKey(canaryOf(record), Audience.NOTICE));
    }

    private static Subject canaryOf(ConsumerRecord<String, ?> record) {
        return record.key() != null && InquiryId.isOne(record.key())
                ? new Subject.Canary(new InquiryId(record.key()))
                : noticeOf(record).subject();
    }

    private static DeliveryKey noticeOf(ConsumerRecord<?, ?> record) {
        return DeadLetters.noticeOf(position(record));
    }

    private static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.partition(), record.offset());
    }
}

package org.foramen.notifier.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.foramen.notifier.topic.InquiryTopic;
import org.foramen.notifier.topic.records.SkippingPoller;
import org.springframework.kafka.core.ConsumerFactory;

/** Holds records of the topic against the ledger, and counts what it finds; each comparison looks at what none did before. */
final class TopicComparison {

    private static final Duration POLL = Duration.ofSeconds(2);

    /** So often in a row may nothing come: five minutes. However long all of a topic takes, it goes on while records come. */
    private static final int NOTHING = 150;

    private final ConsumerFactory<String, byte[]> consumers;
    private final KnownDeliveries ledger;
    private final MissingCases cases;
    private final MissingDeliveries missing;
    private long inquiries;
    private int casesOpened;

    TopicComparison(
            ConsumerFactory<String, byte[]> consumers,
            KnownDeliveries ledger,
            MissingCases cases,
            MissingDeliveries missing) {
        this.consumers = consumers;
        this.ledger = ledger;
        this.cases = cases;
        this.missing = missing;
    }

    /** Records that are or were inquiries. */
    long inquiries() {
        return inquiries;
    }

    int casesOpened() {
        return casesOpened;
    }

    MissingDeliveries missing() {
        return missing;
    }

    /** Holds the records of a partition against the ledger, from {@code from} up to but not including {@code end}. */
    void read(TopicPartition part, long from, long end) {
        if (from >= end || missing.isEnough()) {
            return;
        }
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("reconciler", "")) {
            consumer.assign(List.of(part));
            consumer.seek(part, from);
            SkippingPoller poller = SkippingPoller.logged(consumer);
            int nothing = 0;
            while (consumer.position(part) < end && !missing.isEnough()) {
                List<ConsumerRecord<String, byte[]>> records = poller.poll(POLL).records(part);
                nothing = records.isEmpty() ? nothing + 1 : 0;
                if (nothing > NOTHING) {
                    throw new KafkaAway();
                }
                check(records.stream().filter(record -> record.offset() < end).toList());
            }
        }
    }

    private void check(List<ConsumerRecord<String, byte[]>> records) {
        Set<DeliveryKey> known = ledger.of(records.stream()
                .flatMap(record -> Stream.of(
                        subjectOf(record), noticeOf(record).subject(), subjectOf(record, Subject.Canary::new)))
                .distinct()
                .toList());
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                missing.forget(subjectOf(record));
            } else {
                inquiries++;
                check(record, known);
            }
        }
        if (!missing.isForAPerson()) {
            List<ConsumerRecord<String, byte[]>> inquiries = records.stream()
                    .filter(record -> subjectOf(record).kind() == SubjectKind.INQUIRY)
                    .toList();
            cases.erase(inquiries.stream()
                    .filter(record -> record.value() == null)
                    .map(record -> new InquiryId(record.key()))
                    .toList());
            casesOpened += cases.open(inquiries.stream()
                    .filter(record -> record.value() != null && !isOther(record, known))
                    .toList());
        }
    }

    private void check(ConsumerRecord<String, byte[]> record, Set<DeliveryKey> known) {
        if (!isOther(record, known)) {
            calledForBy(subjectOf(record))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(
                            key, InquiryTopic.positionOf(record), Instant.ofEpochMilli(record.timestamp())));
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
        return subjectOf(record, Subject.Inquiry::new);
    }

    private static Subject subjectOf(ConsumerRecord<String, ?> record, Function<InquiryId, Subject> ours) {
        return record.key() != null && InquiryId.isOne(record.key())
                ? ours.apply(new InquiryId(record.key()))
                : noticeOf(record).subject();
    }

    /** A record that was set aside, or is an inquiry of our own. */
    private static boolean isOther(ConsumerRecord<String, ?> record, Set<DeliveryKey> known) {
        return known.contains(noticeOf(record))
                || known.contains(new DeliveryKey(subjectOf(record, Subject.Canary::new), Audience.NOTICE));
    }

    private static DeliveryKey noticeOf(ConsumerRecord<?, ?> record) {
        return DeadLetters.noticeOf(InquiryTopic.positionOf(record));
    }
}

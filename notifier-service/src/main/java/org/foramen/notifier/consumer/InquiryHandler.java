package org.foramen.notifier.consumer;

import static org.foramen.notifier.topic.InquiryTopic.positionOf;

import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.answering.PlannedInquiries;
import org.foramen.notifier.answering.PlannedInquiries.Planned;
import org.foramen.notifier.canary.CanaryMark;
import org.foramen.notifier.consumer.mark.Erasures;
import org.foramen.notifier.consumer.mark.Holds;
import org.foramen.notifier.consumer.mark.Replays;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.records.HeaderText;
import org.springframework.stereotype.Component;

/** Says which mails a record makes us owe, and does at once what else it asks for: an erasure, a dead letter. */
@Component
class InquiryHandler {

    private final InquiryReader reader;
    private final PlannedInquiries inquiries;
    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final Erasures erasures;
    private final Replays replays;
    private final Holds holds;
    private final CanaryMark canary;
    private final Clock clock;

    InquiryHandler(
            InquiryReader reader,
            PlannedInquiries inquiries,
            Ledger ledger,
            DeadLetters deadLetters,
            Erasures erasures,
            Replays replays,
            Holds holds,
            CanaryMark canary,
            Clock clock) {
        this.reader = reader;
        this.inquiries = inquiries;
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.erasures = erasures;
        this.replays = replays;
        this.holds = holds;
        this.canary = canary;
        this.clock = clock;
    }

    /** The mails to the clinic; this group also sets aside what cannot be read, and follows tombstones. */
    List<Task.Fresh> forClinic(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            inquiries.forget(record.key());
            erasures.on(record);
            return List.of();
        }
        replays.on(record);
        holds.on(record);
        try {
            Planned planned = planned(record);
            InquiryId id = planned.inquiry().id();
            if (canary.isOn(planned.inquiry())) {
                return List.of(task(record, planned, new DeliveryKey(new Subject.Canary(id), Audience.NOTICE)));
            }
            return planned.plan().clinicRecipients().stream()
                    .map(recipient -> task(record, planned, keyOf(id, recipient)))
                    .toList();
        } catch (UnreadableInquiry e) {
            deadLetters.add(record, Reason.of(e.reason()));
            return List.of();
        }
    }

    /** The mail to the person, unless it is withheld, which is noted. */
    List<Task.Fresh> forPatient(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            inquiries.forget(record.key());
            return List.of();
        }
        Planned planned;
        try {
            planned = planned(record);
        } catch (UnreadableInquiry e) {
            return List.of(); // the other group makes it a dead letter
        }
        if (canary.isOn(planned.inquiry())) {
            return List.of(); // the other group mails it
        }
        Reason withheld = planned.plan().answer().withheld();
        Task.Fresh task = task(record, planned, keyOf(planned.inquiry().id(), Recipient.first(Audience.PATIENT)));
        if (withheld != null) {
            ledger.withhold(task.key(), positionOf(record), withheld, clock.instant());
            return List.of();
        }
        return List.of(task);
    }

    /**
     * The clinic's last resort with a record that fails by itself.
     *
     * @param withoutKafka true when Kafka has taken no dead letter for minutes
     */
    void setAsideForClinic(ConsumerRecord<String, byte[]> record, boolean withoutKafka) {
        if (withoutKafka) {
            deadLetters.addWithoutKafka(record, Reason.NOT_HANDLED);
        } else {
            deadLetters.add(record, Reason.NOT_HANDLED);
        }
    }

    /** @param place where the record stands that Kafka cannot give back; it has neither key nor value */
    void tellDamaged(ConsumerRecord<String, byte[]> place) {
        deadLetters.tellDamaged(place);
    }

    /** The patient's last resort: no mail, which the clinic is told in the daily digest. */
    void setAsideForPatient(ConsumerRecord<String, byte[]> record) {
        if (record.key() != null && InquiryId.isOne(record.key())) {
            DeliveryKey key = new DeliveryKey(new InquiryId(record.key()), Audience.PATIENT);
            ledger.withhold(key, positionOf(record), Reason.NOT_HANDLED, clock.instant());
        }
    }

    private Planned planned(ConsumerRecord<String, byte[]> record) {
        return inquiries.at(positionOf(record), () -> reader.read(record));
    }

    private static Task.Fresh task(ConsumerRecord<?, ?> record, Planned planned, DeliveryKey key) {
        return new Task.Fresh(key, positionOf(record), planned.inquiry(), planned.plan(), HeaderText.trace(record));
    }

    private static DeliveryKey keyOf(InquiryId inquiry, Recipient recipient) {
        return new DeliveryKey(new Subject.Inquiry(inquiry), recipient);
    }
}

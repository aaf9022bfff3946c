package org.foramen.notifier.consumer;

import static org.foramen.notifier.topic.InquiryTopic.positionOf;

import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.answering.ResponseDecider;
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
    private final ResponseDecider responses;
    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final Erasures erasures;
    private final Replays replays;
    private final Holds holds;
    private final CanaryMark canary;
    private final Clock clock;

    InquiryHandler(
            InquiryReader reader,
            ResponseDecider responses,
            Ledger ledger,
            DeadLetters deadLetters,
            Erasures erasures,
            Replays replays,
            Holds holds,
            CanaryMark canary,
            Clock clock) {
        this.reader = reader;
        this.responses = responses;
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
            erasures.on(record);
            return List.of();
        }
        replays.on(record);
        holds.on(record);
        try {
            InquiryReceived inquiry = reader.read(record);
            MailPlan plan = responses.plan(inquiry);
            if (canary.isOn(inquiry)) {
                return List.of(task(
                        record, inquiry, plan, new DeliveryKey(new Subject.Canary(inquiry.id()), Audience.NOTICE)));
            }
            return plan.clinicRecipients().stream()
                    .map(recipient -> task(record, inquiry, plan, keyOf(inquiry, recipient)))
                    .toList();
        } catch (UnreadableInquiry e) {
            deadLetters.add(record, Reason.of(e.reason()));
            return List.of();
        }
    }

    /** The mail to the person, unless it is withheld, which is noted. */
    List<Task.Fresh> forPatient(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return List.of();
        }
        InquiryReceived inquiry;
        try {
            inquiry = reader.read(record);
        } catch (UnreadableInquiry e) {
            return List.of(); // the other group makes it a dead letter
        }
        if (canary.isOn(inquiry)) {
            return List.of(); // the other group mails it
        }
        MailPlan plan = responses.plan(inquiry);
        Reason withheld = plan.answer().withheld();
        Task.Fresh task = task(record, inquiry, plan, keyOf(inquiry, Recipient.first(Audience.PATIENT)));
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

    private static Task.Fresh task(
            ConsumerRecord<?, ?> record, InquiryReceived inquiry, MailPlan plan, DeliveryKey key) {
        return new Task.Fresh(key, positionOf(record), inquiry, plan, HeaderText.trace(record));
    }

    private static DeliveryKey keyOf(InquiryReceived inquiry, Recipient recipient) {
        return new DeliveryKey(new Subject.Inquiry(inquiry.id()), recipient);
    }
}

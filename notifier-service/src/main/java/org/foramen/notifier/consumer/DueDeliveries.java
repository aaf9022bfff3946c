package org.foramen.notifier.consumer;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Withheld;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.reconciliation.DailyDigests;
import org.foramen.notifier.sending.Deliveries;
import org.foramen.notifier.smtp.MailServerAway;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.foramen.notifier.topic.TracedRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks in the ledger for mails whose time has come, and reads their inquiries from Kafka again. */
@Component
class DueDeliveries {

    private static final Logger log = LoggerFactory.getLogger(DueDeliveries.class);
    private static final int AT_ONCE = 50;

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final InquiryReader reader;
    private final MailComposer mailRoom;
    private final DailyDigests digests;
    private final Traces traces;

    DueDeliveries(
            Ledger ledger,
            Deliveries deliveries,
            InquiryReader reader,
            MailComposer mailRoom,
            DailyDigests digests,
            Traces traces) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.reader = reader;
        this.mailRoom = mailRoom;
        this.digests = digests;
        this.traces = traces;
    }

    @Scheduled(fixedDelayString = "${foramen.retry.poll}")
    void sendWhatIsDue() {
        for (Delivery due : ledger.due(Instant.now(), AT_ONCE)) {
            try {
                send(due);
            } catch (MailServerAway | KafkaAway e) {
                return; // what is due stays due
            } catch (UnreadableInquiry e) {
                log.error(
                        "Delivery {} waits: its inquiry cannot be read ({})",
                        due.key(),
                        e.reason().code());
            }
        }
    }

    private void send(Delivery due) {
        String owner = due.key().inquiry();
        String reason = due.reason() == null ? "" : due.reason();
        if (owner.startsWith(DeadLetters.PREFIX)) {
            String place = owner.substring(DeadLetters.PREFIX.length());
            deliveries.deliverDue(due, () -> mailRoom.notice().unreadable(place, reason, due.owedSince()));
        } else if (owner.startsWith(DailyDigests.PREFIX)) {
            deliveries.deliverDue(due, () -> digests.write(owner, due.owedSince()));
        } else {
            sendAboutInquiry(due, reason);
        }
    }

    private void sendAboutInquiry(Delivery due, String reason) {
        Optional<ConsumerRecord<String, byte[]>> found =
                reader.recordAt(due.key().inquiry(), due.position());
        if (found.isEmpty()) {
            ledger.withhold(due, "not-in-kafka", Instant.now());
            log.warn("Delivery {} withheld: its inquiry is not in Kafka any more", due.key());
            return;
        }
        InquiryReceived inquiry = reader.read(found.get());
        MailPlan plan = mailRoom.plan(inquiry);
        Withheld withheld = plan.answer().withheld();
        boolean released = reason.equals(Ledger.RELEASED) && withheld != Withheld.NO_CONSENT;
        if (due.key().audience() == Audience.PATIENT && withheld != null && !released) {
            ledger.withhold(due, withheld.code(), Instant.now());
        } else {
            try (Traces.Step step = traces.follow(TracedRecords.traceOf(found.get()), "retry", SpanKind.CONSUMER)) {
                step.note("foramen.due", due.state().wireName());
                deliveries.deliverDue(
                        due, () -> mailRoom.write(inquiry, plan, due.key().audience(), reason));
            }
        }
    }
}

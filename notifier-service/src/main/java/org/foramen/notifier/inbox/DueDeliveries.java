package org.foramen.notifier.inbox;

import java.time.Instant;
import java.util.Optional;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.UnreadableInquiry;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Deliveries;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Ledger;
import org.foramen.notifier.delivery.MailServerAway;
import org.foramen.notifier.inbox.InquiryReader.KafkaAway;
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
    private final MailRoom mailRoom;

    DueDeliveries(Ledger ledger, Deliveries deliveries, InquiryReader reader, MailRoom mailRoom) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.reader = reader;
        this.mailRoom = mailRoom;
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
        String inquiry = due.key().inquiry();
        String reason = due.reason() == null ? "" : due.reason();
        if (inquiry.startsWith(DeadLetters.PREFIX)) {
            String place = inquiry.substring(DeadLetters.PREFIX.length());
            deliveries.deliverDue(due, () -> mailRoom.notice().unreadable(place, reason, due.owedSince()));
            return;
        }
        Optional<InquiryReceived> found = reader.readAgain(inquiry, due.position());
        if (found.isEmpty()) {
            ledger.forgotten(due, Instant.now());
            log.warn("Delivery {} withheld: its inquiry is not in Kafka any more", due.key());
            return;
        }
        Audience audience = due.key().audience();
        if (audience == Audience.PATIENT && !found.get().consent().toEmail()) {
            ledger.forgotten(due, Instant.now());
            return;
        }
        deliveries.deliverDue(due, () -> mailRoom.write(found.get(), audience, reason));
    }
}

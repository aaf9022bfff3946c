package org.foramen.notifier.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.AddressQuota;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.sending.report.DeliveryMetrics;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows from a report about one of our mails. The same report may be read twice: that changes nothing. */
@Component
class BounceHandler {

    private static final Logger log = LoggerFactory.getLogger(BounceHandler.class);

    private final Ledger ledger;
    private final Followups followups;
    private final AddressQuota addresses;
    private final AuditLog audit;
    private final InquiryReader inquiries;
    private final Duration restFor;
    private final Duration lastHopeAgain;
    private final TransactionTemplate transaction;
    private final DeliveryMetrics metrics;

    BounceHandler(
            Ledger ledger,
            Followups followups,
            AddressQuota addresses,
            AuditLog audit,
            InquiryReader inquiries,
            NotifierSettings settings,
            PlatformTransactionManager transactions,
            DeliveryMetrics metrics) {
        this.ledger = ledger;
        this.followups = followups;
        this.addresses = addresses;
        this.audit = audit;
        this.inquiries = inquiries;
        this.restFor = settings.bounces().restFor();
        this.lastHopeAgain = settings.retry().longest();
        this.transaction = new TransactionTemplate(transactions);
        this.metrics = metrics;
    }

    /** Notes in the ledger what follows from it. */
    Result handle(Bounce bounce, Instant now) {
        DeliveryKey about = bounce.about();
        return switch (bounce.kind()) {
            case FAILED -> about == null ? Result.NOT_OURS : found(about, delivery -> failed(delivery, bounce, now));
            case COMPLAINT -> about == null ? Result.NOT_OURS : found(about, delivery -> complaint(delivery, now));
            case DELAYED -> about == null ? Result.NOT_OURS : noted("delayed", about, now);
            case DELIVERED, AUTO_REPLY -> Result.DONE;
            case UNKNOWN -> Result.NOT_OURS;
        };
    }

    private Result found(DeliveryKey key, Function<Delivery, Result> handling) {
        try {
            return ledger.find(key).map(handling).orElse(Result.NOT_OURS);
        } catch (KafkaAway e) {
            return Result.LATER;
        }
    }

    private Result failed(Delivery delivery, Bounce bounce, Instant now) {
        if (delivery.state() == State.ATTEMPTING) { // the report was quicker than the ledger
            return Result.LATER;
        }
        String address = addressOf(delivery);
        transaction.executeWithoutResult(status -> end(delivery, bounce, address, now));
        return Result.DONE;
    }

    private void end(Delivery delivery, Bounce bounce, String address, Instant now) {
        Audience instead = delivery.key().audience().instead();
        Instant again = instead == null ? now.plus(lastHopeAgain) : null;
        if (!followups.returned(delivery, bounce.reply(), again, now)) {
            return; // it is known, or was erased
        }
        metrics.ended(delivery.key().recipient(), State.BOUNCED);
        log.warn("Delivery {} came back: {}", delivery.key(), bounce.reply());
        if (instead != null) {
            ledger.owe(new DeliveryKey(delivery.key().subject(), instead), delivery.position(), Reason.BOUNCED, now);
        }
        if (!address.isEmpty()) {
            addresses.rest(address, Reason.BOUNCED_BEFORE, now.plus(restFor));
        }
    }

    private Result complaint(Delivery delivery, Instant now) {
        String address = addressOf(delivery);
        if (!address.isEmpty()) {
            addresses.rest(address, Reason.COMPLAINED, now.plus(restFor));
        }
        return noted("complaint", delivery.key(), now);
    }

    private Result noted(String what, DeliveryKey key, Instant now) {
        audit.noteOnce(what, key.subject().id(), "bounce mailbox", now);
        return Result.DONE;
    }

    /** The person's, from the inquiry: what stands in a report, anybody may have written. Empty where it is not kept any more. */
    private String addressOf(Delivery delivery) {
        if (delivery.key().audience() != Audience.PATIENT) {
            return "";
        }
        try {
            return delivery.key()
                    .subject()
                    .<Optional<String>>fold(
                            id -> inquiries
                                    .readAgain(id, delivery.position())
                                    .map(kept -> kept.inquiry().person().email()),
                            place -> Optional.empty(),
                            day -> Optional.empty(),
                            reminder -> Optional.empty())
                    .orElse("");
        } catch (UnreadableInquiry e) {
            return "";
        }
    }

    /** What became of a report. */
    enum Result {
        DONE,
        /** Kafka, or a try that has not ended, must be waited for. */
        LATER,
        /** It is about nothing that we know. */
        NOT_OURS
    }
}

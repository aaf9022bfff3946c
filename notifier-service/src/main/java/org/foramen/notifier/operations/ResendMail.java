package org.foramen.notifier.operations;

import java.time.Clock;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.OperatorActions;
import org.foramen.notifier.topic.KeptInquiries;
import org.foramen.notifier.topic.KeptInquiries.Kept;
import org.springframework.stereotype.Component;

/** Owes a mail again that had ended, under its Message-ID; the inquiry must still be kept, and the person must have agreed. */
@Component
public class ResendMail {

    private final Ledger ledger;
    private final OperatorActions actions;
    private final KeptInquiries inquiries;
    private final Clock clock;

    ResendMail(Ledger ledger, OperatorActions actions, KeptInquiries inquiries, Clock clock) {
        this.ledger = ledger;
        this.actions = actions;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** @param by who wishes it, for the audit */
    public Resent resend(DeliveryKey key, String by) {
        Optional<Delivery> found = ledger.find(key);
        if (found.isEmpty()) {
            return Resent.NOT_ENDED;
        }
        Delivery delivery = found.get();
        return key.subject()
                .fold(
                        inquiry -> resend(delivery, inquiry, by),
                        place -> owe(key, delivery.position(), by),
                        day -> owe(key, delivery.position(), by),
                        reminder -> owe(key, delivery.position(), by));
    }

    private Resent resend(Delivery delivery, InquiryId inquiry, String by) {
        DeliveryKey key = delivery.key();
        try {
            Optional<Kept> kept = inquiries.of(inquiry, delivery.position());
            if (kept.isEmpty()) {
                return Resent.NOT_KEPT;
            }
            boolean agreed = kept.get().inquiry().consent().toEmail();
            return key.audience() == Audience.PATIENT && !agreed
                    ? Resent.NO_CONSENT
                    : owe(key, kept.get().position(), by);
        } catch (UnreadableInquiry e) {
            return Resent.NOT_KEPT;
        }
    }

    private Resent owe(DeliveryKey key, Position position, String by) {
        return actions.oweAgain(key, position, by, clock.instant()) ? Resent.OWED : Resent.NOT_ENDED;
    }

    /** What came of it. */
    public enum Resent {
        /** It is owed again. */
        OWED,
        /** It has not ended, was withheld or erased, or there is none such. */
        NOT_ENDED,
        /** Kafka keeps the inquiry no more, or it cannot be opened. */
        NOT_KEPT,
        /** The person did not agree to e-mail. */
        NO_CONSENT
    }
}

package org.foramen.notifier.ledger.followup;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.DeadLetterNotices;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what came of a try, owes the mail that goes in its place, and tells others. Joins the transaction of whoever calls. */
@Component
public class Followups {

    private final Ledger ledger;
    private final DeadLetterNotices notices;
    private final FollowupUpdates updates;
    private final Outbox outbox;

    public Followups(JdbcClient jdbc, Ledger ledger, DeadLetterNotices notices) {
        this.ledger = ledger;
        this.notices = notices;
        this.updates = new FollowupUpdates(jdbc);
        this.outbox = new Outbox(jdbc);
    }

    /** Notes what came of a try, and owes a mail in its place where one is due. */
    public void note(Delivery delivery, Followup followup) {
        followup.match(
                sent -> sent(delivery, sent),
                again -> again(delivery, again),
                ended -> ended(delivery, ended),
                withheld -> withheld(delivery, withheld));
    }

    /**
     * Notes that a mail came back which the mail server had taken; false when that is known, or it did not go.
     *
     * @param again when it is tried once more; null: never
     */
    public boolean returned(Delivery seen, Reply reply, @Nullable Instant again, Instant now) {
        boolean returned = updates.returned(seen, reply, again, now);
        if (returned && again == null) {
            tell(seen.key(), OutcomeKind.BOUNCED, State.BOUNCED, now);
        }
        return returned;
    }

    /** Canaries, digests and reminders are nobody's inquiry. */
    private void tell(DeliveryKey key, OutcomeKind kind, State state, Instant now) {
        if (key.subject() instanceof Subject.Inquiry about) {
            outbox.noteMail(
                    about.inquiry(), kind, state.wireName(), key.recipient().wireName(), now);
        }
    }

    private void sent(Delivery delivery, Followup.Sent sent) {
        updates.sent(delivery, sent);
        tell(delivery.key(), OutcomeKind.MAILED, State.SENT, sent.at());
    }

    private void again(Delivery delivery, Followup.Again again) {
        updates.again(delivery, again);
        Instant since = requireNonNullElse(delivery.attemptedAt(), again.at());
        if (again.also() != null) {
            DeliveryKey key = new DeliveryKey(delivery.key().subject(), again.also());
            ledger.owe(key, delivery.position(), Reason.PUT_OFF, since);
        }
        if (again.tell() != null) {
            notices.tell(delivery.position(), again.tell(), since);
        }
    }

    private void withheld(Delivery delivery, Followup.Withheld withheld) {
        ledger.withhold(delivery, withheld.reason(), withheld.at());
        if (withheld.reason().meaning() == Reason.Meaning.UNREADABLE) {
            notices.tell(delivery.position(), withheld.reason(), withheld.at());
        }
    }

    private void ended(Delivery delivery, Followup.Ended ended) {
        if (ended.instead() != null) {
            DeliveryKey key = new DeliveryKey(delivery.key().subject(), ended.instead());
            Reason fault = ended.fault();
            ledger.owe(key, delivery.position(), fault == null ? Reason.insteadOf(ended.state()) : fault, ended.at());
        }
        if (updates.ended(delivery, ended) && ended.state() != State.UNKNOWN) { // that one may have arrived
            tell(delivery.key(), OutcomeKind.BOUNCED, ended.state(), ended.at());
        }
    }
}

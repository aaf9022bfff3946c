package org.foramen.notifier.sending;

import java.time.Instant;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.message.ShortMail;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;

/** Attempts at a mail that was owed for some time. */
final class Attempts {

    private Attempts() {}

    /** @param attempts how many there were, with this one */
    static Attempted at(
            DeliveryKey key, int attempts, Instant owed, Instant now, SmtpOutcome outcome, boolean emergency) {
        return at(key, attempts, owed, now, new Attempted.Handed(outcome, ShortMail.toAna(), emergency));
    }

    static Attempted at(DeliveryKey key, int attempts, Instant owed, Instant now, Attempted.Result result) {
        Delivery begun = Delivery.begun(key, "<1@x>", new Position(0, 0), owed, now);
        Delivery tried = new Delivery(
                key,
                State.ATTEMPTING,
                null,
                attempts,
                0,
                begun.messageId(),
                begun.position(),
                null,
                null,
                owed,
                now,
                now,
                null,
                null);
        Attempt attempt = new Attempt(new Task.Due(tried), tried);
        return new Attempted(attempt, result, now);
    }
}

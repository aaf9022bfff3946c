package org.foramen.notifier.sending;

import java.time.Instant;
import java.util.Optional;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.sending.attempt.Task;
import org.jspecify.annotations.Nullable;

/** Notes tasks in the ledger: as owed, as begun, or as withheld until somebody lets the mail to the person go. */
final class TasksInLedger {

    private final Ledger ledger;

    TasksInLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    void owe(Task.Fresh fresh, Instant now) {
        if (!isWithheld(fresh, now)) {
            ledger.oweNew(fresh.key(), fresh.position(), addressOf(fresh), now);
        }
    }

    /** Empty when it is withheld, or the ledger knew it already. */
    Optional<Delivery> begin(Task task, Instant now) {
        return task.fold(fresh -> beginNew(fresh, now), due -> ledger.beginAgain(due.delivery(), now));
    }

    private Optional<Delivery> beginNew(Task.Fresh fresh, Instant now) {
        return isWithheld(fresh, now)
                ? Optional.empty()
                : ledger.beginNew(fresh.key(), fresh.position(), addressOf(fresh), now);
    }

    /** Whose mails of the day count; null where it goes to the clinic. */
    private static @Nullable String addressOf(Task.Fresh fresh) {
        return isToPerson(fresh) ? fresh.inquiry().person().email() : null;
    }

    private boolean isWithheld(Task.Fresh fresh, Instant now) {
        Reason withheld = isToPerson(fresh) ? fresh.plan().answer().withheld() : null;
        if (withheld != null) {
            ledger.withhold(fresh.key(), fresh.position(), withheld, now);
        }
        return withheld != null;
    }

    private static boolean isToPerson(Task.Fresh fresh) {
        return fresh.key().audience() == Audience.PATIENT;
    }
}

package org.foramen.notifier.order;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/**
 * What is known of our mail to the person.
 *
 * @param reason why, where that needs saying
 * @param at when it was mailed; null when it was not
 */
public record PatientMailNews(PatientMailFate fate, @Nullable Reason reason, @Nullable Instant at) {

    private static final Set<State> ENDED_BADLY =
            EnumSet.of(State.REFUSED, State.BOUNCED, State.EXPIRED, State.UNKNOWN);

    /** Before the ledger knows of it. @param withheld why it is not owed; null when it is */
    public static PatientMailNews planned(@Nullable Reason withheld) {
        return new PatientMailNews(PatientMailFate.planned(withheld), withheld, null);
    }

    public static PatientMailNews of(Delivery toPerson) {
        State state = toPerson.state();
        boolean endedBadly = ENDED_BADLY.contains(state);
        Reason reason = endedBadly ? Reason.insteadOf(state) : toPerson.reason();
        PatientMailFate fate = PatientMailFate.of(state, toPerson.reason());
        return new PatientMailNews(fate, reason, fate == PatientMailFate.MAILED ? toPerson.endedAt() : null);
    }

    /** True when somebody let it go that was held back: a person asked, whatever it looks like. */
    public boolean released() {
        return reason == Reason.RELEASED;
    }

    /** As a notice says it that is owed in place of that mail. */
    public static PatientMailNews ended(Reason why) {
        PatientMailFate fate =
                switch (why) {
                    case REFUSED, BOUNCED, EXPIRED -> PatientMailFate.UNREACHABLE;
                    case UNKNOWN -> PatientMailFate.UNCERTAIN;
                    default -> PatientMailFate.WITHHELD;
                };
        return new PatientMailNews(fate, why, null);
    }
}

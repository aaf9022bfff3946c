package org.foramen.notifier.order;

import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/** What became of our mail to the person, as far as it is known. */
public enum PatientMailFate {
    /** There is none: no address, or no consent. */
    NOT_WANTED,
    /** It will be mailed. */
    OWED,
    /** The mail server took it. */
    MAILED,
    /** It waits until a person lets it go. */
    HELD_BACK,
    /** The address cannot be written to. */
    UNREACHABLE,
    /** It may have arrived, or not. */
    UNCERTAIN,
    /** It is not sent, for a reason that says nothing about the address. */
    WITHHELD;

    /** @param reason the ledger's, where it has one */
    public static PatientMailFate of(State state, @Nullable Reason reason) {
        return switch (state) {
            case OWED, ATTEMPTING, DEFERRED -> OWED;
            case SENT -> MAILED;
            case REFUSED, BOUNCED, EXPIRED -> UNREACHABLE;
            case UNACCEPTABLE -> WITHHELD;
            case UNKNOWN -> UNCERTAIN;
            case WITHHELD -> ofWithheld(reason);
        };
    }

    /** What a mail to the person comes to before it is tried. @param withheld why none is owed; null when one is */
    public static PatientMailFate planned(@Nullable Reason withheld) {
        return withheld == null ? OWED : ofWithheld(withheld);
    }

    private static PatientMailFate ofWithheld(@Nullable Reason reason) {
        if (reason == null) {
            return WITHHELD;
        }
        return switch (reason) {
            case NO_CONSENT -> NOT_WANTED;
            case OWN_ADDRESS, BOUNCED_BEFORE -> UNREACHABLE;
            default -> reason.releasable() ? HELD_BACK : WITHHELD;
        };
    }
}

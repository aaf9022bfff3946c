package org.foramen.notifier.outcome;

import java.util.Locale;

/** What may become of an inquiry. */
public enum OutcomeKind {
    /** Its case was opened: it is on the board. */
    ACCEPTED,
    /** It came with signs of an emergency. */
    URGENT,
    /** A mail about it was taken by the mail server. */
    MAILED,
    /** A mail about it came back, or the mail server did not take it for good. */
    BOUNCED,
    /** The person was answered. */
    REACHED,
    /** It should have been answered, or is an emergency that waits; again each time that it is said again, louder. */
    OVERDUE,
    /** Nothing is to be done any more. */
    CLOSED,
    /** It is to be answered after all. */
    REOPENED,
    /** Nothing is left of it but its id. */
    ERASED;

    /** The name in the ledger, on the topic and in settings, such as {@code mailed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no kind has this name */
    public static OutcomeKind named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

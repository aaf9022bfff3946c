package org.foramen.notifier.cases;

import java.util.Locale;

/** How far a person to answer is. */
public enum CaseState {
    /** Nobody has it. */
    NEW,
    /** Somebody said that they answer. */
    TAKEN,
    /** Nobody was reached so far, or a word was left. */
    TRIED,
    /** The person was answered. */
    REACHED,
    /** Nothing is to be done any more, for the reason that stands there. */
    CLOSED;

    /** True when nobody has to look at it any more. */
    public boolean done() {
        return this == REACHED || this == CLOSED;
    }

    /** The name in the ledger and in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has this name */
    public static CaseState named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

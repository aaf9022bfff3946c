package org.foramen.notifier.delivery;

import java.util.Locale;

/** Whom a mail is owed to. */
public enum Audience {
    /** The clinic's inbox, or those of the inquiry's route: the inquiry itself. */
    CLINIC,
    /** The person who asked. */
    PATIENT,
    /** The clinic again: this person could not be e-mailed, please phone; or a record could not be read. */
    NOTICE,
    /** The clinic's second inbox, when the first refused the inquiry. */
    FALLBACK;

    /** The name in the ledger, in Message-IDs and in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Audience named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

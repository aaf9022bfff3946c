package org.foramen.notifier.delivery;

import java.util.List;
import java.util.Locale;

/** Whom a mail is owed to. */
public enum Audience {
    /** The clinic's inbox, or the first of the inquiry's route: the inquiry itself. */
    CLINIC,
    /** The second inbox of its route. */
    CLINIC_2,
    /** The third. */
    CLINIC_3,
    /** The person who asked. */
    PATIENT,
    /** The clinic again: this person could not be e-mailed, please phone; or a record could not be read. */
    NOTICE,
    /** The clinic's second inbox, when the first refused the inquiry. */
    FALLBACK;

    /** Those that get the inquiry itself, in the order of a route's inboxes. */
    public static final List<Audience> CLINIC_INBOXES = List.of(CLINIC, CLINIC_2, CLINIC_3);

    /** The name in the ledger, in Message-IDs and in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Audience named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package org.foramen.notifier.delivery;

import org.foramen.contract.name.WireName;
import org.jspecify.annotations.Nullable;

/** Whom a mail is owed to. */
public enum Audience implements WireName {
    /** The clinic's inbox, or those of the inquiry's route: the inquiry itself. */
    CLINIC,
    /** The person who asked. */
    PATIENT,
    /** The clinic again: this person could not be e-mailed, please phone; or a record could not be read. */
    NOTICE,
    /** The clinic's second inbox, when the first refused the inquiry, or somebody has waited too long; of a day's digest, the operator. */
    FALLBACK,
    /** The further inboxes that hear of an emergency that waits. */
    URGENT;

    /** Who is owed a mail in place of one to this audience that ended badly; null where nobody is left. */
    public @Nullable Audience instead() {
        return switch (this) {
            case CLINIC, URGENT -> FALLBACK;
            case PATIENT -> NOTICE;
            case NOTICE, FALLBACK -> null;
        };
    }

    /** The last inbox that the clinic has: it is asked for ever, and an alarm tells of it. */
    public boolean isLastHope() {
        return instead() == null;
    }
}

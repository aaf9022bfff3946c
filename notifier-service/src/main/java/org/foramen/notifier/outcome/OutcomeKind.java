package org.foramen.notifier.outcome;

import org.foramen.contract.name.WireName;

/** What may become of an inquiry. */
public enum OutcomeKind implements WireName {
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
    ERASED
}

package org.foramen.notifier.delivery;

import org.foramen.contract.name.WireName;

/** How far a delivery is. */
public enum State implements WireName {
    /** Not tried, or tried while the mail server was away. */
    OWED(false),
    /** Being tried; or a crash came between, then it is tried again. */
    ATTEMPTING(false),
    /** Waits for its next try. */
    DEFERRED(false),
    /** The mail server took it. */
    SENT(true),
    /** The mail server refused it for good. */
    REFUSED(true),
    /** The mail server takes it for nobody: it is too big, or its content is refused. */
    UNACCEPTABLE(true),
    /** Taken, and returned later. */
    BOUNCED(true),
    /** Tried for as long as was set, in vain. */
    EXPIRED(true),
    /** Sent as often as was set, and the answer never came. */
    UNKNOWN(true),
    /** Not to be sent, for the reason in the row. */
    WITHHELD(true);

    private final boolean ended;

    State(boolean ended) {
        this.ended = ended;
    }

    public boolean ended() {
        return ended;
    }
}

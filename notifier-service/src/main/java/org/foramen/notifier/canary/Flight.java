package org.foramen.notifier.canary;

import java.time.Instant;
import java.util.Optional;
import org.foramen.contract.InquiryId;

/**
 * One inquiry of our own under way.
 *
 * @param inquiry nothing when the intake did not take it
 */
record Flight(Optional<InquiryId> inquiry, Instant begun, Station seen) {

    Flight seenAt(Station station) {
        return new Flight(inquiry, begun, station);
    }

    /** Whether it may still arrive. */
    boolean isUnderWay() {
        return inquiry.isPresent() && !hasArrived();
    }

    /** Whether the ledger knew of a mail of it. */
    boolean isMailed() {
        return seen == Station.NOTIFIER || seen == Station.MAIL_SERVER;
    }

    boolean hasArrived() {
        return seen == Station.MAILBOX;
    }
}

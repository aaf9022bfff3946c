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

    boolean hasArrived() {
        return seen == Station.MAILBOX;
    }
}

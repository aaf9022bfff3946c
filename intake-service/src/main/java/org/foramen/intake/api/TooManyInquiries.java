package org.foramen.intake.api;

import java.time.Duration;

/** A program sent more inquiries than its address may. */
final class TooManyInquiries extends RuntimeException {

    private final Duration wait;

    TooManyInquiries(Duration wait) {
        super("too many inquiries from one address or network");
        this.wait = wait;
    }

    Duration untilRoom() {
        return wait;
    }
}

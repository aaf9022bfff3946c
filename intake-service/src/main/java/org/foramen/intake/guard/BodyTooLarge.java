package org.foramen.intake.guard;

import java.io.IOException;

/** A body grew past the limit while it was read. */
public class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("the body is larger than the limit");
    }
}

package org.foramen.intake.form;

import java.io.IOException;

/** A body grew past the limit while it was read. */
class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("the body is larger than the limit");
    }
}

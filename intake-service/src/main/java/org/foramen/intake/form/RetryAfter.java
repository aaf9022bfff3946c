package org.foramen.intake.form;

import java.time.Duration;

/** The header that says when to try again. */
final class RetryAfter {

    private RetryAfter() {}

    /** In whole seconds, rounded up. */
    static String of(Duration wait) {
        return String.valueOf(wait.plusMillis(999).toSeconds());
    }
}

package org.foramen.intake.limits;

import java.time.Duration;

/** The header that says when to try again. */
public final class RetryAfter {

    private RetryAfter() {}

    /** In whole seconds, rounded up. */
    public static String of(Duration wait) {
        return String.valueOf(wait.plusMillis(999).toSeconds());
    }
}

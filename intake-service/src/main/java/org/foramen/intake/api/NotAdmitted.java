package org.foramen.intake.api;

import java.time.Duration;

/** A program sent an inquiry without a token or key that lets it in. */
final class NotAdmitted extends RuntimeException {

    private final String problem;
    private final Duration wait;

    /**
     * @param problem names the sentence that says why
     * @param wait until the same token is good; zero when it never will be
     */
    NotAdmitted(String problem, Duration wait) {
        super(problem);
        this.problem = problem;
        this.wait = wait;
    }

    String problem() {
        return problem;
    }

    Duration untilGood() {
        return wait;
    }
}

package org.foramen.intake.token;

import java.time.Duration;

/**
 * What is thought of a submission token.
 *
 * @param pause until it is good, where it came too soon; else zero
 */
public record TokenVerdict(State state, Duration pause) {

    /** Who asks speaks of each in a switch without default. */
    public enum State {
        GOOD,
        TOO_SOON,
        /** Ours, but older than a form may be. */
        TOO_LATE,
        /** Not there, not ours, or another form's. */
        FORGED
    }

    static TokenVerdict of(State state) {
        return new TokenVerdict(state, Duration.ZERO);
    }
}

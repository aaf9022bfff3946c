package org.foramen.intake.token;

import java.time.Duration;

/** What is thought of a submission token. */
public sealed interface TokenVerdict {

    record Good() implements TokenVerdict {}

    /** @param pause how long until it is good */
    record TooSoon(Duration pause) implements TokenVerdict {}

    /** Ours, but older than a form may be. */
    record TooLate() implements TokenVerdict {}

    /** Not there, not ours, or another form's. */
    record Forged() implements TokenVerdict {}
}

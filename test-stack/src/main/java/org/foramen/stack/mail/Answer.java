package org.foramen.stack.mail;

import java.time.Duration;
import org.foramen.stack.process.Pause;

/** What a mail server does when it is asked something. */
public sealed interface Answer {

    /** Says yes, after a while. */
    record Yes(Duration after) implements Answer {

        void await() {
            Pause.of(after);
        }
    }

    /** Says something else, such as {@code 450 4.2.0 later}. */
    record Reply(String line) implements Answer {}

    /** Hangs up without a word; what it was given it has not taken. */
    record HangUp() implements Answer {}

    /** Takes the mail and hangs up before saying so. */
    record TakeAndHangUp() implements Answer {}

    /** Takes the mail and says nothing until the client hangs up. */
    record TakeAndStall() implements Answer {}

    /** Says nothing until the client hangs up. */
    record Stall() implements Answer {}

    static Answer yes() {
        return new Yes(Duration.ZERO);
    }

    static Answer yesAfterMillis(long millis) {
        return new Yes(Duration.ofMillis(millis));
    }
}

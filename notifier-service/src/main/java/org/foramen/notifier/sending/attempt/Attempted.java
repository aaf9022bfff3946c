package org.foramen.notifier.sending.attempt;

import java.time.Instant;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.smtp.verdict.Outcome;

/** What became of an attempt, and when. */
public record Attempted(Attempt attempt, Result result, Instant at) {

    /** How an attempt can end. */
    public sealed interface Result {

        /** Speaks of each kind: who adds one must say what it means everywhere. */
        <T> T fold(Cases<T> cases);
    }

    /**
     * The mail was composed, and the mail server had its say.
     *
     * @param emergency whether somebody may be in danger who waits for it
     */
    public record Handed(Outcome outcome, Mail mail, boolean emergency) implements Result {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.handed(this);
        }
    }

    /** It is not to be sent after all. */
    public record NotToSend(Reason reason) implements Result {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notToSend(this);
        }
    }

    /** It could not be composed: our own mistake, or an inquiry that cannot be opened. */
    public record NotComposed(Reason why) implements Result {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notComposed(this);
        }
    }

    /** Kafka, where the inquiry is kept, did not answer. */
    public record NotRead() implements Result {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notRead(this);
        }
    }

    /** One answer for each kind. */
    public interface Cases<T> {

        T handed(Handed handed);

        T notToSend(NotToSend not);

        T notComposed(NotComposed not);

        T notRead(NotRead not);
    }
}

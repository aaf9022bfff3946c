package org.foramen.notifier.sending.attempt;

import java.time.Instant;
import java.util.function.Function;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;

/** What became of an attempt, and when. */
public record Attempted(Attempt attempt, Result result, Instant at) {

    /** How an attempt can end. */
    public sealed interface Result {

        /** Speaks of each kind: who adds one must say what it means everywhere. */
        default <T> T fold(
                Function<Handed, T> handed,
                Function<NotToSend, T> notToSend,
                Function<NotComposed, T> notComposed,
                Function<NotRead, T> notRead) {
            return fold(new Cases<>(handed, notToSend, notComposed, notRead));
        }

        <T> T fold(Cases<T> cases);
    }

    /**
     * The mail was composed, and the mail server had its say.
     *
     * @param emergency whether somebody may be in danger who waits for it
     */
    public record Handed(SmtpOutcome outcome, Mail mail, boolean emergency) implements Result {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.handed().apply(this);
        }
    }

    /** It is not to be sent after all. */
    public record NotToSend(Reason reason) implements Result {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notToSend().apply(this);
        }
    }

    /** It could not be composed: our own mistake, or an inquiry that cannot be opened. */
    public record NotComposed(Reason why) implements Result {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notComposed().apply(this);
        }
    }

    /** Kafka, where the inquiry is kept, did not answer. */
    public record NotRead() implements Result {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notRead().apply(this);
        }
    }

    /** What each kind means. */
    public record Cases<T>(
            Function<Handed, T> handed,
            Function<NotToSend, T> notToSend,
            Function<NotComposed, T> notComposed,
            Function<NotRead, T> notRead) {}
}

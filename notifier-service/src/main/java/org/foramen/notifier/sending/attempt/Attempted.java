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
            if (this instanceof Handed one) {
                return handed.apply(one);
            } else if (this instanceof NotToSend one) {
                return notToSend.apply(one);
            }
            return this instanceof NotComposed one ? notComposed.apply(one) : notRead.apply((NotRead) this);
        }
    }

    /**
     * The mail was composed, and the mail server had its say.
     *
     * @param emergency whether somebody may be in danger who waits for it
     */
    public record Handed(SmtpOutcome outcome, Mail mail, boolean emergency) implements Result {}

    /** It is not to be sent after all. */
    public record NotToSend(Reason reason) implements Result {}

    /** It could not be composed: our own mistake, or an inquiry that cannot be opened. */
    public record NotComposed(Reason why) implements Result {}

    /** Kafka, where the inquiry is kept, did not answer. */
    public record NotRead() implements Result {}
}

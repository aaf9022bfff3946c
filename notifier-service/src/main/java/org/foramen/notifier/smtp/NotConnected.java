package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.foramen.notifier.smtp.verdict.Outcome;
import org.foramen.notifier.smtp.verdict.Phase;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;

/** No mail can be handed over, and the message says why in one sentence for operators; each cause has its own. */
final class NotConnected extends MessagingException {

    static final String NO_STARTTLS = "the mail server offers no STARTTLS, and mail must not pass in the clear";
    static final String NO_SIGN_IN = "a sign-in is set, and the mail server offers none of ours";

    private final transient Phase phase;
    private final transient Reply reply;

    NotConnected(Phase phase, Reply reply, String why, @Nullable Exception cause) {
        super(why, cause);
        this.phase = phase;
        this.reply = reply;
    }

    /** The server was reached, and said this, or said nothing. */
    static NotConnected at(Phase phase, Reply reply, @Nullable Exception cause) {
        return new NotConnected(phase, reply, phase.inWords(reply), cause);
    }

    /** @param where such as {@code mail.clinic.example:587} */
    static NotConnected unreached(String where, IOException cause) {
        if (cause instanceof UnknownHostException) {
            return new NotConnected(
                    Phase.NAME, Reply.NONE, "the mail server's name in " + where + " is not known", cause);
        }
        return new NotConnected(Phase.CONNECTION, Reply.NONE, unreachedInWords(where, cause), cause);
    }

    private static String unreachedInWords(String where, IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            return "nobody answered at " + where + " in time";
        }
        return cause instanceof ConnectException
                ? "nothing takes connections at " + where
                : where + " cannot be reached: " + cause.getMessage();
    }

    static NotConnected unencrypted(Exception cause) {
        return new NotConnected(Phase.TLS, Reply.NONE, "TLS with the mail server failed: " + cause.getMessage(), cause);
    }

    Phase phase() {
        return phase;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    Outcome.Unavailable outcome() {
        return new Outcome.Unavailable(reply, why());
    }
}

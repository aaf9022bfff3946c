package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.foramen.notifier.smtp.socket.TlsTrouble;
import org.foramen.notifier.smtp.verdict.Phase;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.jspecify.annotations.Nullable;

/** No mail can be handed over, and the message says why in one sentence for operators; each cause has its own. */
final class NotConnected extends MessagingException {

    static final String NO_STARTTLS = "the mail server offers no STARTTLS, and mail must not pass in the clear";
    static final String NO_SIGN_IN = "a sign-in is set, and the mail server offers none of ours";

    private final transient Phase phase;
    private final transient Reply reply;
    private final @Nullable String signIns;

    NotConnected(Phase phase, Reply reply, String why, @Nullable Exception cause) {
        this(phase, reply, why, null, cause);
    }

    private NotConnected(Phase phase, Reply reply, String why, @Nullable String signIns, @Nullable Exception cause) {
        super(why, cause);
        this.phase = phase;
        this.reply = reply;
        this.signIns = signIns;
    }

    /** The server did not let us in. */
    static NotConnected atSignIn(SmtpConnection server, @Nullable Exception cause) {
        return atSignIn(server, Phase.SIGN_IN.inWords(server.reply()), cause);
    }

    /** The server did not let us in, for this reason. */
    static NotConnected atSignIn(SmtpConnection server, String why, @Nullable Exception cause) {
        return new NotConnected(Phase.SIGN_IN, server.reply(), why, server.signIns(), cause);
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
        return new NotConnected(
                Phase.TLS, Reply.NONE, "TLS with the mail server failed: " + TlsTrouble.inWords(cause), cause);
    }

    Phase phase() {
        return phase;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    /** Those that a server offers that did not let us in, such as {@code PLAIN XOAUTH2}; null: not known, or none. */
    @Nullable String signIns() {
        return signIns;
    }

    SmtpOutcome.Unavailable outcome() {
        return new SmtpOutcome.Unavailable(reply, why());
    }
}

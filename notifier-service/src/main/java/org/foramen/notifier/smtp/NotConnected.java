package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** No mail can be handed over, and the message says why in one sentence for operators; each cause has its own. */
final class NotConnected extends MessagingException {

    static final String NO_STARTTLS = "the mail server offers no STARTTLS, and mail must not pass in the clear";
    static final String NO_SIGN_IN = "a sign-in is set, and the mail server offers none of ours";

    private static final int WANTS_SIGN_IN = 530;
    private static final int CLOSING = 421;

    private final transient Phase phase;
    private final transient Reply reply;

    NotConnected(Phase phase, Reply reply, String why, @Nullable Exception cause) {
        super(why, cause);
        this.phase = phase;
        this.reply = reply;
    }

    /** The server was reached, and said this, or said nothing. */
    static NotConnected at(Phase phase, Reply reply, @Nullable Exception cause) {
        return new NotConnected(phase, reply, inWords(phase, reply), cause);
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

    /** What a server that was reached said, or did not say. */
    static String inWords(Phase phase, Reply reply) {
        String said = " (" + reply.inWords() + ")";
        return switch (phase) {
            case NAME -> "the mail server's name is not known";
            case CONNECTION -> "the mail server cannot be reached";
            case GREETING -> "the mail server does not greet us" + said;
            case EHLO -> "the mail server does not take our EHLO" + said;
            case TLS -> "the mail server does not encrypt the line" + said;
            case SIGN_IN ->
                reply.code() >= 500
                        ? "the mail server refused our sign-in" + said
                        : "the mail server cannot sign us in now" + said;
            case MAIL_FROM -> atTheSender(reply) + said;
            case RCPT_TO, DATA, BODY, FINAL_DOT, ACCEPTED -> "the mail server does not take this mail" + said;
        };
    }

    private static String atTheSender(Reply reply) {
        if (reply.code() == WANTS_SIGN_IN) {
            return "the mail server wants us to sign in";
        }
        if (reply.code() >= 500) {
            return "the mail server refuses our sender address";
        }
        return reply.isNone() || reply.code() == CLOSING
                ? "the mail server hung up before it heard of a mail"
                : "the mail server does not take mail now";
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

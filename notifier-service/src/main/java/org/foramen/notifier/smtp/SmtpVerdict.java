package org.foramen.notifier.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.foramen.notifier.smtp.SmtpConnection.Phase;

/**
 * Decides what an SMTP exchange that did not end well means: reply codes by RFC 5321, status codes by RFC 3463, and how
 * far the mail got.
 */
final class SmtpVerdict {

    private static final int CLOSING = 421;
    private static final int MAILBOX_FULL = 552;

    private SmtpVerdict() {}

    static Outcome on(MessagingException failure, Phase phase) {
        if (phase == Phase.ACCEPTED) {
            return new Outcome.Sent(Reply.NONE);
        }
        if (failure instanceof AuthenticationFailedException) {
            return new Outcome.Unavailable(Reply.NONE, "the mail server refused our sign-in");
        }
        Reply reply = replyIn(failure);
        if (reply.code() < 0 || reply.code() == CLOSING) {
            return phase == Phase.FINAL_DOT && reply.code() < 0
                    ? new Outcome.Unknown(reply)
                    : new Outcome.Unavailable(reply, "the mail server does not answer");
        }
        if (reply.code() < 500 || reply.code() == MAILBOX_FULL) {
            return isAboutUs(failure)
                    ? new Outcome.Unavailable(reply, "the mail server does not take mail now")
                    : new Outcome.Temporary(reply);
        }
        return isAboutUs(failure)
                ? new Outcome.Unavailable(reply, "the mail server refuses our sender address")
                : new Outcome.Refused(reply);
    }

    /** The answer to the sender, or to DATA itself, is not about a recipient and not about this mail. */
    private static boolean isAboutUs(MessagingException failure) {
        if (failure instanceof SMTPSenderFailedException) {
            return true;
        }
        return failure instanceof SMTPSendFailedException refused
                && (refused.getCommand().startsWith("MAIL")
                        || refused.getCommand().startsWith("DATA"));
    }

    private static Reply replyIn(MessagingException failure) {
        for (Exception next = failure; next instanceof MessagingException one; next = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return Reply.of(address.getReturnCode(), address.getMessage());
            }
            if (one instanceof SMTPSenderFailedException sender) {
                return Reply.of(sender.getReturnCode(), sender.getMessage());
            }
            if (one instanceof SMTPSendFailedException send
                    && !(send.getNextException() instanceof SMTPAddressFailedException)) {
                return Reply.of(send.getReturnCode(), send.getMessage());
            }
        }
        return Reply.NONE;
    }
}

package org.foramen.notifier.checkmail;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.template.MailTemplates.Written;
import org.foramen.notifier.settings.BounceSettings;
import org.foramen.notifier.smtp.MimeMessages;
import org.foramen.notifier.smtp.SmtpCourier;
import org.foramen.notifier.smtp.SmtpServer;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;

/** Mails that try the way; they leave with the envelope sender that the mails about inquiries have. */
final class TestMails {

    /** Shaped as the name of a mail to a patient; no signature of ours is like it. */
    private static final String TOKEN = "00000000000000000000000000.patient.check-mail---";

    private final SmtpServer server;
    private final SmtpCourier courier;
    private final BounceSettings bounces;
    private final String from;
    private final PrintStream out;

    TestMails(SmtpServer server, SmtpCourier courier, BounceSettings bounces, String from, PrintStream out) {
        this.server = server;
        this.courier = courier;
        this.bounces = bounces;
        this.from = from;
        this.out = out;
    }

    /** Where a report about a mail goes. */
    String returnPath() {
        String own = bounces.returnPath(TOKEN);
        return own == null ? from : own;
    }

    /** Such as {@code <…@clinic.example>}. */
    String newId() {
        return "<" + UUID.randomUUID() + from.substring(from.indexOf('@')) + ">";
    }

    /** Says what became of it; true when it was taken. */
    boolean send(String to, String id) {
        Mail mail = new Mail(
                from,
                "Web inquiries",
                to,
                from,
                "A test of the clinic's mail",
                Instant.now(),
                Map.of(),
                new Written(
                        "This mail shows that the website's mails leave the house.\n",
                        "<p>This mail shows that the website's mails leave the house.</p>"));
        SMTPMessage message = MimeMessages.of(mail, server, id, null);
        message.setEnvelopeFrom(returnPath());
        message.setReturnOption(SMTPMessage.RETURN_HDRS);
        SmtpOutcome outcome = courier.send(message);
        out.println("Test mail to " + to + ": " + inWords(outcome));
        return outcome instanceof SmtpOutcome.Sent;
    }

    private static String inWords(SmtpOutcome outcome) {
        String answer = " (" + outcome.reply().inWords() + ").";
        return outcome.fold(
                sent -> "taken.",
                temporary -> "not taken now" + answer,
                refused -> "the address is refused" + answer,
                unacceptable -> unacceptable.fault().words() + answer,
                against -> against.why() + answer,
                unavailable -> unavailable.why() + ".",
                unknown -> "handed over, and the server hung up before its answer.");
    }
}

package org.foramen.notifier.smtp.verdict;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.foramen.notifier.delivery.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an SMTP exchange means, from how far it got, the reply code of RFC 5321 and the status code of RFC 3463.
 * What is said about one mail, at RCPT, DATA or after its final dot, is about that mail and never about the server.
 */
public final class SmtpVerdict {

    private static final int MAILBOX_FULL = 552;

    /** Status codes that mean the recipient in each phase: no such address, host or mailbox, or no way to them. */
    private static final Pattern ABOUT_RECIPIENT = Pattern.compile("5\\.1\\.([1-46]|10)|5\\.2\\.1|5\\.4\\.\\d+");

    /** And these where the recipient is all that the server has just heard. */
    private static final Pattern ABOUT_RECIPIENT_AT_RCPT = Pattern.compile("5\\.1\\.\\d+|5\\.5\\.0");

    private static final Set<String> BIG = Set.of("5.2.3", "5.3.4");

    /** About the recipient's host or inbox as it is today, whatever the first digit says; tomorrow it may be another. */
    private static final Set<String> PASSING =
            Set.of("5.2.2", "5.2.121", "5.2.122", "5.3.1", "5.3.2", "5.3.5", "5.4.3");

    /** The same in words, where no status says it. */
    private static final Pattern FULL =
            Pattern.compile("(mailbox|inbox).{0,20}full|over ?(disk ?)?quota|quota exceeded");

    private static final Pattern TOO_BIG = Pattern.compile("(message|mail) (size|is too|too) ?(big|large|exceed)");

    private SmtpVerdict() {}

    /**
     * @param reply the answer in this phase; none when the line broke, or nobody answered in time
     * @param said all of the answer, whose words count where its codes leave open what is meant; never kept
     */
    public static SmtpOutcome on(Phase phase, Reply reply, String said) {
        if (phase == Phase.ACCEPTED || phase == Phase.FINAL_DOT && reply.isYes()) {
            return new SmtpOutcome.Sent(reply);
        }
        if (phase == Phase.FINAL_DOT && reply.isNone()) {
            return new SmtpOutcome.Unknown(reply);
        }
        Reason fault = phase.isWithinAMail() ? fault(reply, said) : null;
        if (fault != null) {
            return new SmtpOutcome.Unacceptable(reply, fault);
        }
        if (phase.isAboutOneMail()) {
            return aboutOneMail(phase, reply, said);
        }
        String known = phase == Phase.MAIL_FROM ? OurFault.byStatus(reply) : null;
        return new SmtpOutcome.Unavailable(
                reply, known == null ? phase.inWords(reply) : known + " (" + reply.inWords() + ")");
    }

    private static SmtpOutcome aboutOneMail(Phase phase, Reply reply, String said) {
        if (!reply.isPermanent()) {
            return new SmtpOutcome.Temporary(reply);
        }
        String objection = OurFault.of(phase, reply, said);
        if (objection != null) {
            return new SmtpOutcome.AgainstUs(reply, objection);
        }
        boolean isPlain = reply.enhanced() == null;
        boolean saysSo = !isPlain && PASSING.contains(reply.enhanced())
                || (isPlain || !namesRecipient(phase, reply)) && says(FULL, said);
        boolean passes = reply.code() == MAILBOX_FULL || saysSo;
        return passes ? new SmtpOutcome.Temporary(reply) : new SmtpOutcome.Refused(reply, namesRecipient(phase, reply));
    }

    /** Whether the recipient is meant, as a refusal that says nothing else means at RCPT. */
    static boolean namesRecipient(Phase phase, Reply reply) {
        boolean isAtRcpt = phase == Phase.RCPT_TO;
        String status = reply.enhanced();
        return status == null
                ? isAtRcpt
                : ABOUT_RECIPIENT.matcher(status).matches()
                        || isAtRcpt && ABOUT_RECIPIENT_AT_RCPT.matcher(status).matches();
    }

    /** What is wrong with the mail itself. */
    private static @Nullable Reason fault(Reply reply, String said) {
        boolean isBig = reply.enhanced() == null ? says(TOO_BIG, said) : BIG.contains(reply.enhanced());
        if (reply.isPermanent() && isBig) {
            return Reason.TOO_BIG;
        }
        boolean blocked = reply.code() == MAILBOX_FULL && reply.isAbout(7); // Gmail, on attachments
        return reply.isAbout(6) || blocked ? Reason.CONTENT : null;
    }

    private static boolean says(Pattern words, String said) {
        return words.matcher(said.toLowerCase(Locale.ROOT)).find();
    }
}

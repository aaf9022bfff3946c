package org.foramen.notifier.smtp;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.foramen.notifier.delivery.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an SMTP exchange means, from how far it got, the reply code of RFC 5321 and the status code of RFC 3463.
 * What is said about one mail, at RCPT, DATA or after its final dot, is about that mail and never about the server.
 */
final class SmtpVerdict {

    private static final String SENDER = "the mail server refuses our sender address";
    private static final String QUOTA = "we have sent as many mails as the mail server allows";
    private static final String UNPROVEN = "our domain does not prove that the mail is ours (SPF, DKIM, DMARC)";
    private static final String SIGN_IN = "the mail server wants another sign-in of us";
    private static final String PROTOCOL = "the mail server and we do not understand each other";
    private static final String UNWANTED = "the mail server takes us for somebody who sends unwanted mail";
    private static final String UNSAID = "the mail server refused the mail and did not say why";

    private static final int MAILBOX_FULL = 552;
    private static final int TRANSACTION_FAILED = 554;

    private static final Set<String> BIG = Set.of("5.2.3", "5.3.4");

    /** Commands and sign-in; no recipient can be the reason. */
    private static final Set<Integer> MISUNDERSTOOD = Set.of(500, 502, 503, 504);

    /** Said by Outlook.com of mailboxes that it does not have. */
    private static final String UNDEFINED = "5.5.0";

    private static final Set<Integer> NOT_SIGNED_IN = Set.of(530, 534, 535, 538);

    /** About the recipient's host or inbox as it is today, whatever the first digit says; tomorrow it may be another. */
    private static final Set<String> PASSING =
            Set.of("5.2.2", "5.2.121", "5.2.122", "5.3.1", "5.3.2", "5.3.5", "5.4.3");

    /** Status codes about us; RFC 7372 has many of them, the others are Microsoft's and Google's. */
    private static final Map<Pattern, String> AGAINST_US = Map.of(
            Pattern.compile("5\\.1\\.[78]|5\\.2\\.252|5\\.7\\.60"), SENDER,
            Pattern.compile("5\\.1\\.90|5\\.4\\.5"), QUOTA,
            Pattern.compile("5\\.7\\.(2[0-79]|509|515)"), UNPROVEN,
            Pattern.compile("5\\.7\\.(28|50[1-8]|511|6[0-4]\\d|7[0-5]\\d)"), UNWANTED,
            Pattern.compile("5\\.7\\.([389]|1[01]|30|57|64)"), SIGN_IN);

    private SmtpVerdict() {}

    /** @param reply the answer in this phase; none when the line broke, or nobody answered in time */
    static Outcome on(Phase phase, Reply reply) {
        if (phase == Phase.ACCEPTED || phase == Phase.FINAL_DOT && reply.isYes()) {
            return new Outcome.Sent(reply);
        }
        if (phase == Phase.FINAL_DOT && reply.isNone()) {
            return new Outcome.Unknown(reply);
        }
        Reason fault = phase.isWithinAMail() ? fault(reply) : null;
        if (fault != null) {
            return new Outcome.Unacceptable(reply, fault);
        }
        if (phase.isAboutOneMail()) {
            return aboutOneMail(phase, reply);
        }
        String known = phase == Phase.MAIL_FROM ? wellKnown(reply) : null;
        return new Outcome.Unavailable(
                reply, known == null ? NotConnected.inWords(phase, reply) : known + " (" + reply.inWords() + ")");
    }

    private static Outcome aboutOneMail(Phase phase, Reply reply) {
        if (!reply.isPermanent()) {
            return new Outcome.Temporary(reply);
        }
        String objection = objection(phase, reply);
        if (objection != null) {
            return new Outcome.AgainstUs(reply, objection);
        }
        boolean passes = reply.code() == MAILBOX_FULL || reply.enhanced() != null && PASSING.contains(reply.enhanced());
        return passes ? new Outcome.Temporary(reply) : new Outcome.Refused(reply);
    }

    /** What is wrong with the mail itself. */
    private static @Nullable Reason fault(Reply reply) {
        if (reply.enhanced() != null && BIG.contains(reply.enhanced())) {
            return Reason.TOO_BIG;
        }
        boolean blocked = reply.code() == MAILBOX_FULL && reply.isAbout(7); // Gmail, on attachments
        return reply.isAbout(6) || blocked ? Reason.CONTENT : null;
    }

    /** What is wrong with us. */
    private static @Nullable String objection(Phase phase, Reply reply) {
        String known = wellKnown(reply);
        if (known != null) {
            return known;
        }
        if (NOT_SIGNED_IN.contains(reply.code())) {
            return SIGN_IN;
        }
        boolean isPlain = reply.enhanced() == null;
        boolean saysNothing = isPlain || UNDEFINED.equals(reply.enhanced());
        if (saysNothing ? isMisunderstood(phase, reply.code()) : reply.isAbout(5)) {
            return PROTOCOL;
        }
        return isPlain && phase != Phase.RCPT_TO && reply.code() == TRANSACTION_FAILED ? UNSAID : null;
    }

    private static @Nullable String wellKnown(Reply reply) {
        String status = reply.enhanced() == null ? "" : reply.enhanced();
        return AGAINST_US.entrySet().stream()
                .filter(known -> known.getKey().matcher(status).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** 501 to a recipient is about the form of the address. */
    private static boolean isMisunderstood(Phase phase, int code) {
        return MISUNDERSTOOD.contains(code) || code == 501 && phase != Phase.RCPT_TO;
    }
}

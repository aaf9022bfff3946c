package org.foramen.notifier.smtp.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with us, by an answer's codes and, where these leave it open, by its words. */
final class OurFault {

    private static final String SENDER = "the mail server refuses our sender address";
    private static final String QUOTA = "we have sent as many mails as the mail server allows";
    private static final String UNPROVEN = "our domain does not prove that the mail is ours (SPF, DKIM, DMARC)";
    private static final String SIGN_IN = "the mail server wants another sign-in of us";
    static final String PROTOCOL = "the mail server and we do not understand each other";
    private static final String UNWANTED = "the mail server takes us for somebody who sends unwanted mail";
    private static final String RELAY = "the mail server does not pass on mails of ours";
    private static final String UNSAID = "the mail server refused the mail and did not say why";

    private static final int TRANSACTION_FAILED = 554;

    /** Commands and sign-in; no recipient can be the reason. */
    private static final Set<Integer> MISUNDERSTOOD = Set.of(500, 502, 503, 504);

    /** Said by Outlook.com of mailboxes that it does not have. */
    private static final String UNDEFINED = "5.5.0";

    private static final Set<Integer> NOT_SIGNED_IN = Set.of(530, 534, 535, 538);

    /** Status codes; RFC 7372 has many of them, the others are Microsoft's and Google's. */
    private static final List<Sign> CODES = List.of(
            new Sign("5\\.1\\.[78]|5\\.2\\.252|5\\.7\\.60", SENDER),
            new Sign("5\\.1\\.90|5\\.4\\.5", QUOTA),
            new Sign("5\\.7\\.(2[0-79]|509|515)", UNPROVEN),
            new Sign("5\\.7\\.(28|50[1-8]|511|6[0-4]\\d|7[0-5]\\d)", UNWANTED),
            new Sign("5\\.7\\.([389]|1[01]|30|57|64)", SIGN_IN));

    /** As Exim, Postfix, Sendmail, hMailServer and the large providers put it; the first that is found counts. */
    private static final List<Sign> WORDS = List.of(
            new Sign("\\b(spf|dkim|dmarc)\\b", UNPROVEN),
            new Sign("\\b(helo|ehlo)\\b", PROTOCOL),
            new Sign("authenticat(ion|e) (is )?(required|first)|not authenticated|must authenticate", SIGN_IN),
            new Sign("sender.{0,30}(reject|denied|verif|refus|invalid|not |block|unknown)", SENDER),
            new Sign(
                    "sending (quota|limit)|too many|number of (connections|messages)|rate limit|limit.{0,20}exceeded",
                    QUOTA),
            new Sign(
                    "spam|black ?list|block ?list|\\b(dns)?[rb]l\\b|reputation|blocked|client host|your ip|reverse (dns|host)|\\brdns\\b|\\bptr\\b",
                    UNWANTED),
            new Sign("\\brelay", RELAY));

    /** An address of a person or a page, whose words say nothing. */
    private static final Pattern ADDRESS = Pattern.compile("\\S*[@/]\\S*|<[^>]*>");

    private OurFault() {}

    /** Known of its status code alone. */
    static @Nullable String byStatus(Reply reply) {
        String status = reply.enhanced() == null ? "" : reply.enhanced();
        return first(CODES, sign -> sign.pattern().matcher(status).matches());
    }

    /** @param said all that was said; read, and never kept */
    static @Nullable String of(Phase phase, Reply reply, String said) {
        String known = byStatus(reply);
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
        String inWords = byWords(phase, reply, said);
        boolean isUnsaid = isPlain && phase != Phase.RCPT_TO && reply.code() == TRANSACTION_FAILED;
        return inWords == null && isUnsaid ? UNSAID : inWords;
    }

    /** Words add nothing to a status that names the recipient. */
    private static @Nullable String byWords(Phase phase, Reply reply, String said) {
        if (reply.enhanced() != null && SmtpVerdict.namesRecipient(phase, reply)) {
            return null;
        }
        String words = ADDRESS.matcher(said.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return first(WORDS, sign -> sign.pattern().matcher(words).find());
    }

    private static @Nullable String first(List<Sign> signs, Predicate<Sign> isThere) {
        return signs.stream().filter(isThere).map(Sign::why).findFirst().orElse(null);
    }

    /** 501 to a recipient is about the form of the address. */
    private static boolean isMisunderstood(Phase phase, int code) {
        return MISUNDERSTOOD.contains(code) || code == 501 && phase != Phase.RCPT_TO;
    }

    private record Sign(Pattern pattern, String why) {

        Sign(String pattern, String why) {
            this(Pattern.compile(pattern), why);
        }
    }
}

package org.foramen.notifier.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.notifier.bounce.Bounce.Kind;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.DeliveryTokens;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;

/** Finds out what a mail in the bounce mailbox says: by RFC 3464 where it follows that, else by what mail systems write. */
final class BounceParser {

    private static final Pattern QUOTED = Pattern.compile("(?i)\\b" + DeliveryTokens.HEADER + ":\\s*([\\w.-]+)");
    private static final Pattern TAGGED = Pattern.compile("\\+([\\w.-]+)@");
    private static final Pattern SMTP_CODE = Pattern.compile("(?s)smtp;\\s*([245]\\d\\d)\\b.*");

    private final DeliveryTokens tokens;

    BounceParser(DeliveryTokens tokens) {
        this.tokens = tokens;
    }

    Bounce read(MimeMessage mail) throws MessagingException, IOException {
        String text = MailText.of(mail);
        ReportPart report = ReportPart.in(mail);
        if (report == null) {
            return plain(mail, text);
        }
        return switch (report.kind()) {
            case DELIVERY -> status(mail, report, text);
            case DISPOSITION -> Bounce.of(Kind.AUTO_REPLY, null);
            case FEEDBACK -> Bounce.of(feedback(report), quoted(text).orElse(null));
        };
    }

    private Bounce status(MimeMessage mail, ReportPart report, String text) throws MessagingException {
        DeliveryKey about = envelope(mail)
                .or(() -> known(report.field("Original-Envelope-Id")))
                .or(() -> quoted(text))
                .orElse(null);
        if (about == null) {
            return Bounce.of(Kind.UNKNOWN, null);
        }
        Bounce worst = null;
        for (InternetHeaders block : report.blocks()) { // our mails have one recipient, whose mailbox may have several
            Kind kind = kind(block);
            if (kind != null && (worst == null || kind.compareTo(worst.kind()) < 0)) {
                worst = kind == Kind.DELIVERED ? Bounce.of(kind, about) : new Bounce(kind, about, reply(block));
            }
        }
        return worst == null ? inWords(mail, text, about) : worst;
    }

    /** The action counts: what expired after days still bears the status of what was only delayed. Null when it says nothing. */
    private static @Nullable Kind kind(InternetHeaders block) {
        return switch (lower(ReportPart.field(block, "Action")).replaceAll("[^a-z].*", "")) {
            case "failed", "failure" -> Kind.FAILED;
            case "delayed" -> Kind.DELAYED;
            case "delivered", "relayed", "expanded" -> Kind.DELIVERED;
            default -> byStatus(block);
        };
    }

    private static @Nullable Kind byStatus(InternetHeaders block) {
        Reply reply = reply(block);
        String status = ReportPart.field(block, "Status");
        char first = status.isEmpty() ? String.valueOf(reply.code()).charAt(0) : status.charAt(0);
        return switch (first) {
            case '5' -> Kind.FAILED;
            case '4' -> Kind.DELAYED;
            case '2' -> Kind.DELIVERED;
            default -> null;
        };
    }

    private static Reply reply(InternetHeaders block) {
        Matcher code = SMTP_CODE.matcher(ReportPart.field(block, "Diagnostic-Code"));
        return Reply.of(
                code.matches() ? Integer.parseInt(code.group(1)) : Reply.NONE.code(),
                ReportPart.field(block, "Status"));
    }

    /** What a person took out of the folder for unwanted mail is no complaint, and what is said of a domain's signatures is none. */
    private static Kind feedback(ReportPart report) {
        return switch (lower(report.field("Feedback-Type"))) {
            case "not-spam" -> Kind.DELIVERED;
            case "auth-failure", "dmarc", "dkim" -> Kind.UNKNOWN;
            default -> Kind.COMPLAINT;
        };
    }

    private Bounce plain(MimeMessage mail, String text) throws MessagingException {
        Optional<DeliveryKey> quoted = quoted(text);
        boolean byASystem = ReportWords.isFromAMailSystem(mail);
        String said = ReportWords.before(text);
        if (byASystem ? ReportWords.isAwayForSure(mail, said) : ReportWords.isAutoReply(mail, said)) {
            return Bounce.of(Kind.AUTO_REPLY, null);
        }
        boolean saysWhat = quoted.isPresent() || ReportWords.saysGivenUp(mail.getSubject());
        if (byASystem || ReportWords.isWithoutSender(mail) && saysWhat) {
            DeliveryKey about = envelope(mail).or(() -> quoted).orElse(null);
            return about == null ? Bounce.of(Kind.UNKNOWN, null) : inWords(mail, text, about);
        }
        return Bounce.of(ReportWords.isAutomatic(mail) ? Kind.AUTO_REPLY : Kind.UNKNOWN, null);
    }

    private static Bounce inWords(MimeMessage mail, String text, DeliveryKey about) throws MessagingException {
        String said = ReportWords.before(text);
        Kind kind = ReportWords.kind(mail.getSubject(), said);
        return kind == Kind.DELAYED ? Bounce.of(kind, about) : new Bounce(kind, about, ReportWords.reply(said));
    }

    /** By the address that it was sent to. */
    private Optional<DeliveryKey> envelope(MimeMessage mail) throws MessagingException {
        StringBuilder addresses = new StringBuilder();
        for (String name : new String[] {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"}) {
            addresses.append(mail.getHeader(name, " ")).append(' ');
        }
        return first(TAGGED, addresses);
    }

    /** By the headers of our mail in what came back, or by the address that it had us know of. */
    private Optional<DeliveryKey> quoted(String text) {
        return first(QUOTED, text).or(() -> first(TAGGED, text));
    }

    private Optional<DeliveryKey> first(Pattern pattern, CharSequence text) {
        Stream<String> found = pattern.matcher(text).results().map(result -> result.group(1));
        return found.flatMap(token -> known(token).stream()).findFirst();
    }

    private Optional<DeliveryKey> known(String token) {
        return tokens.read(token.strip());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

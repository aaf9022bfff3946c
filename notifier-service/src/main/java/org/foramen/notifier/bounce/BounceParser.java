package org.foramen.notifier.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.foramen.notifier.bounce.Bounce.Kind;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.DeliveryTokens;
import org.foramen.notifier.smtp.Reply;
import org.jspecify.annotations.Nullable;

/** Finds out what a mail in the bounce mailbox says: by RFC 3464 where it follows that, else by what mail systems write. */
final class BounceParser {

    private static final Pattern QUOTED =
            Pattern.compile("(?im)^[ >|\\t]*" + DeliveryTokens.HEADER + ":\\s*([\\w.-]+)");
    private static final Pattern TAGGED = Pattern.compile("\\+([\\w.-]+)@");
    private static final Pattern SMTP_CODE = Pattern.compile("(?s)smtp;\\s*([245]\\d\\d)\\b.*");
    private static final Pattern PLAIN_CODE = Pattern.compile("\\b([45]\\d\\d)[ -][45]\\.\\d");
    private static final Pattern MAIL_SYSTEM =
            Pattern.compile("(?i).*\\b(mailer-daemon|postmaster|mail-?daemon|mdaemon|microsoftexchange\\w+)@.*");
    private static final Pattern STILL_TRYING = Pattern.compile(
            "(?i)delayed|still being retried|will (keep|continue) (to )?(be )?(try|retry|retried)|"
                    + "not (yet )?been delivered yet|temporar(y|ily) (failure|deferred|problem)|need not resend|do not need to (resend|do anything)|not a fatal");
    private static final Pattern AWAY = Pattern.compile(
            "(?i)^(re: )?(auto(matic|mated)?[ -]?(reply|response)|autoreply|out of (the )?office|away from|"
                    + "respuesta autom|fuera de la oficina|abwesenheit)");

    private final DeliveryTokens tokens;

    BounceParser(DeliveryTokens tokens) {
        this.tokens = tokens;
    }

    Bounce read(MimeMessage mail) throws MessagingException, IOException {
        ContentType type = new ContentType(mail.getContentType());
        String report = type.match("multipart/report") ? lower(type.getParameter("report-type")) : "";
        String text = MailText.of(mail);
        return switch (report) {
            case "delivery-status" -> status(mail, text);
            case "disposition-notification" -> Bounce.of(Kind.AUTO_REPLY, null);
            case "feedback-report" -> Bounce.of(Kind.COMPLAINT, quoted(text).orElse(null));
            default -> plain(mail, text);
        };
    }

    private Bounce status(MimeMessage mail, String text) throws MessagingException {
        DeliveryStatus status = statusIn(mail);
        if (status == null || status.getRecipientDSNCount() == 0) {
            return plain(mail, text);
        }
        DeliveryKey about = envelope(mail)
                .or(() -> known(header(status.getMessageDSN(), "Original-Envelope-Id")))
                .or(() -> quoted(text))
                .orElse(null);
        Kind kind = Kind.DELIVERED;
        Reply reply = Reply.NONE;
        for (int index = 0; index < status.getRecipientDSNCount(); index++) { // our mails have one recipient
            InternetHeaders recipient = status.getRecipientDSN(index);
            Kind found = kind(header(recipient, "Action"));
            if (found.compareTo(kind) < 0) {
                kind = found;
                reply = reply(header(recipient, "Diagnostic-Code"), header(recipient, "Status"));
            }
        }
        return new Bounce(about == null ? Kind.UNKNOWN : kind, about, reply);
    }

    /** Null when it cannot be read. */
    private static @Nullable DeliveryStatus statusIn(MimeMessage mail) {
        try {
            return mail.getContent() instanceof MultipartReport report
                            && report.getReport() instanceof DeliveryStatus status
                    ? status
                    : null;
        } catch (MessagingException | IOException e) { // announced as a report, and not built like one
            return null;
        }
    }

    /** The action counts: what expired after days still bears the status of what was only delayed. */
    private static Kind kind(String action) {
        return switch (lower(action).replaceAll("[^a-z].*", "")) {
            case "failed" -> Kind.FAILED;
            case "delayed" -> Kind.DELAYED;
            default -> Kind.DELIVERED;
        };
    }

    private static Reply reply(String diagnostic, String status) {
        Matcher code = SMTP_CODE.matcher(diagnostic.strip());
        return Reply.of(code.matches() ? Integer.parseInt(code.group(1)) : Reply.NONE.code(), status);
    }

    private Bounce plain(MimeMessage mail, String text) throws MessagingException {
        Optional<DeliveryKey> quoted = quoted(text);
        if (isFromAMailSystem(mail) || isWithoutSender(mail) && quoted.isPresent()) {
            DeliveryKey about = envelope(mail).or(() -> quoted).orElse(null);
            return about == null ? Bounce.of(Kind.UNKNOWN, null) : inWords(mail, text, about);
        }
        return Bounce.of(isAutomatic(mail) ? Kind.AUTO_REPLY : Kind.UNKNOWN, null);
    }

    private static Bounce inWords(MimeMessage mail, String text, DeliveryKey about) throws MessagingException {
        String said = mail.getSubject() + "\n" + text.split("(?i)\n[ >|\\t]*(received|return-path|message-id):", 2)[0];
        if (STILL_TRYING.matcher(said).find()) {
            return Bounce.of(Kind.DELAYED, about);
        }
        Matcher code = PLAIN_CODE.matcher(said);
        return new Bounce(
                Kind.FAILED, about, Reply.of(code.find() ? Integer.parseInt(code.group(1)) : Reply.NONE.code(), said));
    }

    private static boolean isFromAMailSystem(MimeMessage mail) throws MessagingException {
        return MAIL_SYSTEM.matcher(lower(mail.getHeader("From", ","))).matches();
    }

    private static boolean isWithoutSender(MimeMessage mail) throws MessagingException {
        return "<>".equals(lower(mail.getHeader("Return-Path", ",")).strip());
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = lower(mail.getHeader("Auto-Submitted", ","));
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || mail.getHeader("X-Autoreply") != null
                || mail.getHeader("X-Autorespond") != null
                || lower(mail.getHeader("Precedence", ",")).matches("auto_reply|bulk|junk")
                || mail.getSubject() != null && AWAY.matcher(mail.getSubject()).find();
    }

    /** By the address that it was sent to. */
    private Optional<DeliveryKey> envelope(MimeMessage mail) throws MessagingException {
        StringBuilder addresses = new StringBuilder();
        for (String name : new String[] {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"}) {
            addresses.append(mail.getHeader(name, " ")).append(' ');
        }
        return first(TAGGED, addresses);
    }

    /** By the headers of our mail in what came back. */
    private Optional<DeliveryKey> quoted(String text) {
        return first(QUOTED, text);
    }

    private Optional<DeliveryKey> first(Pattern pattern, CharSequence text) {
        Stream<String> found = pattern.matcher(text).results().map(result -> result.group(1));
        return found.flatMap(token -> known(token).stream()).findFirst();
    }

    private Optional<DeliveryKey> known(String token) {
        return tokens.read(token.strip());
    }

    private static String header(@Nullable InternetHeaders headers, String name) {
        String value = headers == null ? null : headers.getHeader(name, null);
        return value == null ? "" : value;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

package org.foramen.stack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that a server was given.
 *
 * @param sender where a bounce goes, as the client said
 * @param acknowledged false when the client was never told
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedMail(
        String sender, List<String> recipients, Instant at, boolean acknowledged, String messageId, byte[] bytes) {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("^Message-ID:\\s*(<[^>]*>)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** A mail that was taken, from its bytes. */
    public static ReceivedMail of(String recipient, Instant at, byte[] bytes) {
        return of("", List.of(recipient), at, bytes);
    }

    static ReceivedMail of(String sender, List<String> recipients, Instant at, byte[] bytes) {
        Matcher found = MESSAGE_ID.matcher(head(bytes));
        return new ReceivedMail(sender, List.copyOf(recipients), at, true, found.find() ? found.group(1) : "", bytes);
    }

    /** Its only recipient, or the first. */
    public String recipient() {
        return recipients.get(0);
    }

    /** The headers as they came over the line. */
    public String head() {
        return head(bytes);
    }

    public MimeMessage parsed() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        }
    }

    /** The mail as a person sees it. */
    public MailParts parts() {
        try {
            return MailParts.of(parsed());
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        }
    }

    ReceivedMail at(Instant time, boolean told) {
        return new ReceivedMail(sender, recipients, time, told, messageId, bytes);
    }

    ReceivedMail withoutBody() {
        byte[] head = (head() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new ReceivedMail(sender, recipients, at, acknowledged, messageId, head);
    }

    private static String head(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && !isEmptyLineAt(bytes, end)) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static boolean isEmptyLineAt(byte[] bytes, int index) {
        return index + 3 < bytes.length
                && bytes[index] == '\r'
                && bytes[index + 1] == '\n'
                && bytes[index + 2] == '\r'
                && bytes[index + 3] == '\n';
    }

    @Override
    public String toString() {
        return "ReceivedMail[" + messageId() + (acknowledged ? "]" : " not acknowledged]");
    }
}

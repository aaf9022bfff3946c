package org.foramen.system.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that the server took.
 *
 * @param acknowledged false when the client was never told
 */
public record ReceivedMail(String recipient, Instant at, boolean acknowledged, String messageId, byte[] bytes) {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("^Message-ID:\\s*(<[^>]*>)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** A mail from its bytes. */
    public static ReceivedMail of(String recipient, Instant at, boolean acknowledged, byte[] bytes) {
        Matcher found = MESSAGE_ID.matcher(head(bytes));
        return new ReceivedMail(recipient, at, acknowledged, found.find() ? found.group(1) : "", bytes);
    }

    /** The headers as they came over the line. */
    public String head() {
        return head(bytes);
    }

    private static String head(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return end < 0 ? all : all.substring(0, end);
    }

    public MimeMessage parsed() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        }
    }

    /** The same mail without its body, to remember many. */
    ReceivedMail withoutBody() {
        byte[] head = (head() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new ReceivedMail(recipient, at, acknowledged, messageId, head);
    }

    @Override
    public String toString() {
        return "ReceivedMail[" + messageId() + (acknowledged ? "]" : " not acknowledged]");
    }
}

package org.foramen.notifier.bounce;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.eclipse.angus.mail.dsn.MessageHeaders;

/** Everything readable in a mail as one text, headers of mails within it included: to look for what it quotes. */
final class MailText {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int DEEPEST = 6;

    private final StringBuilder text = new StringBuilder();

    private MailText() {}

    static String of(MimeMessage mail) throws MessagingException, IOException {
        MailText found = new MailText();
        found.read(mail, 0);
        return found.text.toString();
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || text.length() > MOST_CHARACTERS) {
            return;
        }
        try {
            readContent(part.getContent(), depth);
        } catch (MessagingException | IOException e) { // cut off, as quoted mails are, or in an unknown charset
            readBytes(part.getInputStream());
        }
    }

    private void readContent(Object content, int depth) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                read(parts.getBodyPart(index), depth + 1);
            }
        } else if (content instanceof MimeMessage quoted) {
            for (Header header : Collections.list(quoted.getAllHeaders())) {
                add(header.getName() + ": " + header.getValue());
            }
            if (!(quoted instanceof MessageHeaders)) {
                read(quoted, depth + 1);
            }
        } else if (content instanceof String words) {
            add(words);
        } else if (content instanceof InputStream bytes) {
            readBytes(bytes);
        }
    }

    private void readBytes(InputStream content) throws IOException {
        try (content) {
            add(new String(content.readNBytes(MOST_CHARACTERS), StandardCharsets.ISO_8859_1));
        }
    }

    private void add(String words) {
        text.append(words, 0, Math.min(words.length(), MOST_CHARACTERS)).append('\n');
    }
}

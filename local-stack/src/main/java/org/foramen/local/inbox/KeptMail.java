package org.foramen.local.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.foramen.stack.mail.MailAttachment;
import org.foramen.stack.mail.MailParts;

/**
 * One mail as the inbox page shows it.
 *
 * @param replyTo where an answer goes; empty when it goes to the sender
 * @param headers all header lines, decoded
 * @param text the plain text; empty when the mail has none
 * @param html the HTML; empty when the mail has none
 */
record KeptMail(
        MailHeading heading,
        String replyTo,
        List<String> headers,
        String text,
        String html,
        List<MailAttachment> attachments) {

    static KeptMail read(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), stream);
            MailParts parts = MailParts.of(message);
            return new KeptMail(
                    MailHeading.of(file),
                    MailHeading.decoded(message.getHeader("Reply-To", ", ")),
                    Collections.list(message.getAllHeaderLines()).stream()
                            .map(MailHeading::decoded)
                            .toList(),
                    parts.text(),
                    parts.html(),
                    parts.attachments());
        } catch (MessagingException e) {
            throw new IOException("Not a mail: " + file, e);
        }
    }
}

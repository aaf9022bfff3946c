package org.foramen.local.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the list shows of one mail. */
record MailHeading(String name, Instant receivedAt, String from, String to, String subject) {

    static MailHeading of(Path file) throws IOException {
        String name = file.getFileName().toString();
        InternetHeaders headers = headers(file);
        return new MailHeading(
                name,
                MailFolder.receivedAt(name),
                decoded(headers.getHeader("From", ", ")),
                decoded(headers.getHeader("To", ", ")),
                decoded(headers.getHeader("Subject", " ")));
    }

    static String decoded(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String line = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException e) {
            return line;
        }
    }

    private static InternetHeaders headers(Path file) throws IOException {
        try (InputStream mail = new BufferedInputStream(Files.newInputStream(file))) {
            return new InternetHeaders(mail, true);
        } catch (MessagingException e) {
            throw new IOException("Not a mail: " + file, e);
        }
    }
}

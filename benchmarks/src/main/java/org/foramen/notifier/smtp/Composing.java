package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Turns mails into what goes over the wire as the notifier does. It stands in the notifier's package to get at that. */
public final class Composing {

    private final SmtpServer server = new SmtpServer(
            new MailProperties(),
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("foramen", NotifierSettings.class));

    public void write(Mail mail, OutputStream out) {
        try {
            MimeMessage message = MimeMessages.of(mail, server, "<benchmark@clinic.example>", null);
            message.writeTo(out);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail was not composed", e);
        }
    }
}

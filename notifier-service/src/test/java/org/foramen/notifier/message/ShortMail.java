package org.foramen.notifier.message;

import java.time.Instant;
import java.util.Map;
import org.foramen.notifier.message.template.MailTemplates.Written;

/** A mail for those whom it does not concern what a mail says. */
public final class ShortMail {

    private ShortMail() {}

    public static Mail toAna() {
        return new Mail(
                "no-reply@clinic.example",
                "The clinic",
                "ana@example.com",
                "front-desk@clinic.example",
                "A subject",
                Instant.EPOCH,
                Map.of(),
                new Written("Text", "<p>Text</p>"));
    }
}

package org.foramen.notifier.message.list;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.template.MailTemplates;

/** What all mails that list have around them. */
final class ListMail {

    private final ClinicProfile clinic;
    private final MailTemplates templates;

    ListMail(Stationery stationery) {
        this.clinic = stationery.content().clinic();
        this.templates = stationery.templates();
    }

    /**
     * Lays it out.
     *
     * @param headers beside the one which says that a machine wrote it
     * @param shown what its template shows
     */
    Mail write(
            String to,
            String sender,
            String subject,
            Instant date,
            Map<String, String> headers,
            Map<String, Object> shown) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Auto-Submitted", "auto-generated");
        return new Mail(
                clinic.from(),
                sender,
                to,
                clinic.inbox(),
                subject,
                date,
                all,
                templates.write("digest", clinic.defaultLanguage(), subject, subject, shown));
    }
}

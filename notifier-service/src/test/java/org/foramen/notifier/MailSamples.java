package org.foramen.notifier;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.preview.MailPreviews;

/** Each mail that Foramen sends, as people may get it. */
public final class MailSamples {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final MailLinks LINKS = new MailLinks(URI.create("https://console.clinic.example"));
    private static final Map<String, Mail> ALL =
            MailPreviews.of(new Stationery(CONTENT, LINKS), new HandoutPdfs(CONTENT));

    private MailSamples() {}

    /** By a name for files. */
    public static Map<String, Mail> all() {
        return ALL;
    }
}

package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.message.DailyFigures.OpenCase;
import org.junit.jupiter.api.Test;

class DailyDigestTests {

    private static final Instant FROM = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-22T15:00:00Z");

    private final DailyDigest digest = new DailyDigest(ClinicContent.load(Path.of("../content")));

    @Test
    void saysThatAllIsWell() {
        Mail mail = digest.write(
                new DailyFigures(FROM, TO, 12, 12, 9, 3, List.of()), "12 inquiries, all accounted for", TO);

        assertThat(mail.to()).isEqualTo("front-desk@clinic.example");
        assertThat(mail.subject())
                .isEqualTo("Web inquiries until Sunday, November 22: 12 came, 12 mailed, 0 need a person");
        assertThat(mail.text())
                .contains("From Saturday, November 21, 7:00", "12 web inquiries came", "Nothing needs a person.")
                .contains("12 inquiries, all accounted for", "If it stays away");
    }

    @Test
    void namesEachCaseThatNeedsAPerson() {
        List<OpenCase> cases = List.of(
                new OpenCase("K7F3-92QX", "patient", "refused", null),
                new OpenCase("AAAA-BBBB", "clinic", "deferred", null),
                new OpenCase("AAAA-BBBB", "patient", "withheld", "too-many"));

        Mail mail = digest.write(new DailyFigures(FROM, TO, 3, 2, 1, 0, cases), "3 inquiries", TO);

        assertThat(mail.subject()).endsWith("3 came, 2 mailed, 2 need a person");
        assertThat(mail.text())
                .contains("- K7F3-92QX: their mail server refused the address; please phone")
                .contains("- AAAA-BBBB: the mail to the clinic is still on its way")
                .contains("- AAAA-BBBB: we sent this person no mail (the same address asked too often in one day)");
        assertThat(mail.html()).contains("K7F3-92QX");
    }
}

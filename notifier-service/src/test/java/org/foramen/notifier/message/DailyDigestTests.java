package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.message.DailyFigures.OpenCase;
import org.jspecify.annotations.Nullable;
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
                open("K7F392QX", Audience.PATIENT, State.REFUSED, null),
                open("AAAABBBB", Audience.CLINIC, State.DEFERRED, null),
                open("AAAABBBB", Audience.PATIENT, State.WITHHELD, Reason.TOO_MANY));

        Mail mail = digest.write(new DailyFigures(FROM, TO, 3, 2, 1, 0, cases), "3 inquiries", TO);

        assertThat(mail.subject()).endsWith("3 came, 2 mailed, 2 need a person");
        assertThat(mail.text())
                .contains("- K7F3-92QX: their mail server refused the address; please phone")
                .contains("- AAAA-BBBB: the mail to the clinic is still on its way")
                .contains("- AAAA-BBBB: we sent this person no mail (the address had its mails of the day)");
        assertThat(mail.html()).contains("K7F3-92QX");
    }

    private static OpenCase open(String start, Audience audience, State state, @Nullable Reason reason) {
        Subject inquiry = new Subject.Inquiry(new InquiryId(start + "0".repeat(18)));
        return new OpenCase(inquiry, audience, state, reason);
    }
}

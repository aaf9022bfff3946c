package org.foramen.notifier.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which inbox gets which mail where urgent inquiries have two inboxes. */
class MailComposerTests {

    private static final String ROUTES =
            "routes: [{ when: { urgency: urgent }, to: [nurse@clinic.example, doctor@clinic.example] }]";
    private static final InquiryReceived USUAL = Inquiries.number(1);
    private static final InquiryReceived URGENT = Inquiries.urgent(USUAL, "numb");

    private MailComposer mailRoom;

    @BeforeEach
    void open(@TempDir Path folder) {
        ContentCopy copy =
                ContentCopy.in(folder).change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^routes: .*", ROUTES));
        ClinicContent content = copy.load();
        ProcedureMatcher matcher =
                ProcedureMatcher.load(copy.folder(), content.library().names());
        mailRoom = new MailComposer(
                content, new ResponseDecider(content, matcher, Settings.defaults()), new HandoutPdfs(content));
    }

    @Test
    void eachInboxOfARouteIsAnAudience() {
        assertThat(mailRoom.plan(USUAL).clinicAudiences()).containsExactly(Audience.CLINIC);
        assertThat(mailRoom.plan(URGENT).clinicAudiences()).containsExactly(Audience.CLINIC, Audience.CLINIC_2);
    }

    @Test
    void theSecondInboxGetsTheSameMailBelowTheFirst() {
        assertThat(write(URGENT, Audience.CLINIC, null).to()).isEqualTo("nurse@clinic.example");
        assertThat(write(URGENT, Audience.CLINIC, null).follows()).isNull();
        assertThat(write(URGENT, Audience.CLINIC_2, null).to()).isEqualTo("doctor@clinic.example");
        assertThat(write(URGENT, Audience.CLINIC_2, null).follows()).isEqualTo(URGENT.id());
    }

    @Test
    void theRequestToPhoneGoesWhereTheInquiryWent() {
        assertThat(write(URGENT, Audience.NOTICE, "refused").to()).isEqualTo("nurse@clinic.example");
        assertThat(write(USUAL, Audience.NOTICE, "refused").to()).isEqualTo("front-desk@clinic.example");
    }

    @Test
    void whatWasOwedToAnInboxThatIsGoneGoesToTheLastOneLeft() {
        assertThat(write(URGENT, Audience.CLINIC_3, null).to()).isEqualTo("doctor@clinic.example");
        assertThat(write(USUAL, Audience.CLINIC_2, null).to()).isEqualTo("front-desk@clinic.example");
    }

    @Test
    void whatAnInboxRefusedGoesToTheFallbackInOneThreadWithTheRest() {
        assertThat(write(USUAL, Audience.FALLBACK, "refused").to()).isEqualTo("office-manager@clinic.example");
        assertThat(write(USUAL, Audience.FALLBACK, "refused").follows()).isEqualTo(USUAL.id());
    }

    private Mail write(InquiryReceived inquiry, Audience audience, String reason) {
        return mailRoom.write(inquiry, mailRoom.plan(inquiry), audience, reason);
    }
}

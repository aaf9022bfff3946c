package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.message.layout.Html;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two mails say, and what may never be in them. */
class MailTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final EducationSummary HANDOUT =
            CONTENT.library().find("foraminotomy", "en").orElseThrow();

    private static final String INBOX = "front-desk@clinic.example";

    private final PatientMail patientMail = new PatientMail(CONTENT, new HandoutPdfs(CONTENT));
    private final ClinicMail clinicMail = new ClinicMail(CONTENT);

    @Test
    void thePatientIsThankedAndGetsTheHandoutInlineAndAsAPdf() {
        Mail mail = patientMail.write(Inquiries.number(1), HANDOUT);

        assertThat(mail.to()).isEqualTo("canary1@example.com");
        assertThat(mail.replyTo()).isEqualTo(CONTENT.clinic().inbox());
        assertThat(mail.subject()).isEqualTo("The information you asked for");
        assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-replied");
        assertThat(mail.text()).contains("0000-0000", "A foraminotomy is a surgery", "911", "988", "310-423-9716");
        assertThat(mail.html()).contains("0000-0000", "A foraminotomy is a surgery", "911", "988", "310-423-9716");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("foraminotomy-en.pdf");
    }

    @Test
    void nothingThatWasTypedReachesThePatientsMail() {
        InquiryReceived inquiry = Inquiries.with(1, "target@example.com", true, "en", "BUY PILLS https://evil.example");

        Mail mail = patientMail.write(inquiry, HANDOUT);

        assertThat(mail.subject() + mail.text() + mail.html() + mail.headers())
                .doesNotContain("Canary", "PILLS", "evil.example", "5550112", "target@");
    }

    @Test
    void aSpanishSpeakerIsAnsweredInSpanish() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "es-MX", "Hola");

        Mail mail = patientMail.write(
                inquiry, CONTENT.library().find("foraminotomy", "es").orElseThrow());

        assertThat(mail.subject()).isEqualTo("La información que nos pidió");
        assertThat(mail.html()).contains("lang=\"es\"", "foraminotomía");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("foraminotomy-es.pdf");
    }

    @Test
    void anEmergencyComesFirstInBothMails() {
        InquiryReceived inquiry = Inquiries.urgent(Inquiries.number(1), "numb between my legs");

        Mail toPatient = patientMail.write(inquiry, HANDOUT);
        Mail toClinic = clinicMail.write(inquiry, INBOX, answer("Names foraminotomy."));

        assertThat(toPatient.text()).startsWith("Some of what you wrote may need care right now.");
        assertThat(toClinic.subject()).isEqualTo("[URGENT] Web inquiry 0000-0000: Foraminotomy");
        assertThat(toClinic.headers()).containsEntry("Importance", "high");
        assertThat(toClinic.text()).startsWith("Read this now.").contains("“numb between my legs”");
    }

    @Test
    void whoMayWantToDieReads988First() {
        Mail mail = patientMail.write(Inquiries.inCrisis(Inquiries.number(1)), null);

        assertThat(mail.text()).startsWith("If the pain makes you feel you can't go on, you are not alone.");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void theFrontDeskSeesWhoAskedAndHowToAnswer() {
        Mail mail = clinicMail.write(Inquiries.number(1), INBOX, answer("It was chosen."));

        assertThat(mail.replyTo()).isEqualTo("canary1@example.com");
        assertThat(mail.subject()).isEqualTo("Web inquiry 0000-0000: Foraminotomy");
        assertThat(mail.html())
                .contains("Canary Ruiz", "href=\"tel:+13105550112\"", "href=\"mailto:canary1@example.com\"");
        assertThat(mail.text())
                .contains(
                        "Please phone Canary Ruiz.",
                        "Phone: 310-555-0112",
                        "Received: Sunday, November 22, 2026, 10:30",
                        "Foraminotomy (en) goes to the person",
                        "Canary words");
    }

    @Test
    void theFrontDeskIsToldToPhoneWhoDidNotAgreeToEmail() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", false, "en", "Hi");

        Mail mail = clinicMail.write(inquiry, INBOX, new Response(HANDOUT, "", List.of(), Reason.NO_CONSENT));

        assertThat(mail.text()).contains("None sent. This person did not agree to e-mail.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "${7*7} __${7*7}__ [[${7*7}]] #{7*7} {{7*7}}",
                "\"><a href='https://evil.example'>"
            })
    void markupIsShownToTheFrontDeskAndNotObeyed(String typed) {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "en", typed);

        Mail mail = clinicMail.write(inquiry, INBOX, new Response(null, "", List.of(), null));

        assertThat(mail.html()).contains(Html.escape(typed)).doesNotContain("<script", "<img", "<a href='", "49");
        assertThat(mail.text()).contains(typed);
    }

    @Test
    void bothMailsFitIntoGmail() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "es", "ñ".repeat(5000));

        for (EducationSummary handout : CONTENT.library().all()) {
            assertThat(patientMail.write(inquiry, handout).html().length()).isLessThan(102_000);
        }
        assertThat(clinicMail.write(inquiry, INBOX, answer("")).html().length()).isLessThan(102_000);
    }

    @Test
    void whatMayBeSpamSaysSoFirstAndHowThePersonGetsTheirMailAfterAll() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(1));

        Mail mail = clinicMail.write(
                inquiry,
                INBOX,
                new Response(HANDOUT, "It was chosen.", List.of("hidden-field"), Reason.SUSPECTED_SPAM));

        assertThat(mail.subject()).isEqualTo("[Suspected spam] Web inquiry 0000-0000: Foraminotomy");
        assertThat(mail.text())
                .startsWith("This may be spam. A box was filled in that people cannot see")
                .contains("held back", "release 0000-0000", "is held back with the mail to the person");
        assertThat(mail.html()).contains("release 0000-0000");
    }

    @Test
    void anEmergencyStandsBeforeASuspicion() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.urgent(Inquiries.number(1), "numb"));

        Mail mail =
                clinicMail.write(inquiry, INBOX, new Response(HANDOUT, "", List.of("links"), Reason.SUSPECTED_SPAM));

        assertThat(mail.subject()).startsWith("[URGENT] [Suspected spam] Web inquiry");
        assertThat(mail.text()).startsWith("Read this now.").contains("This may be spam.");
    }

    @ParameterizedTest
    @CsvSource({
        "hidden-field, people cannot see",
        "no-proof-of-work, small sum",
        "links, web addresses",
        "too-many, one place in a short time",
        "not-a-patient, Looks like an offer.",
        "something-new, unusual for a person"
    })
    void eachSuspicionIsSaidInPlainWords(String code, String words) {
        Response answer = new Response(null, "Looks like an offer.", List.of(code), Reason.SUSPECTED_SPAM);

        assertThat(clinicMail.write(Inquiries.number(1), INBOX, answer).text())
                .contains(words)
                .doesNotContain(code + ".");
    }

    @Test
    void theClinicIsAskedToPhoneInThePersonsLanguage() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", false, "es", "Hola");

        assertThat(clinicMail.write(inquiry, INBOX, answer("")).text())
                .startsWith("Please phone Canary Ruiz, in Spanish.");
    }

    @Test
    void aNoticeBelongsToItsInquiryAndItsPhoneNumberCanBeTapped() {
        Mail notice = new ClinicNotice(CONTENT).pleasePhone(Inquiries.number(1), INBOX, Reason.REFUSED);

        assertThat(notice.follows()).isEqualTo(Inquiries.number(1).id());
        assertThat(notice.html()).contains("href=\"tel:+13105550112\"");
        assertThat(notice.text()).contains("the mail server refused the address");
    }

    @Test
    void theMailKnowsExactlyWhichHandoutItBrings() {
        SentHandout enclosed = patientMail.write(Inquiries.number(1), HANDOUT).enclosed();

        assertThat(enclosed.handout()).isEqualTo("foraminotomy/en");
        assertThat(enclosed.version()).isEqualTo(HANDOUT.about().version());
        assertThat(enclosed.hash()).isEqualTo(HANDOUT.hash()).hasSize(64);
        assertThat(enclosed.approval()).isEqualTo("pending");
        assertThat(patientMail.write(Inquiries.number(1), null).enclosed()).isNull();
    }

    private static Response answer(String reason) {
        return new Response(HANDOUT, reason, List.of(), null);
    }
}

package org.foramen.notifier.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.delivery.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientMailRulesTests {

    private static final List<String> NOTHING = List.of();

    @TempDir
    Path folder;

    private static final PatientMailRules RULES = new PatientMailRules(ShippedContent.CONTENT.clinic());

    @ParameterizedTest
    @ValueSource(
            strings = {"ana@example.com", "info@bakery.example", "ana@notclinic.example", "abuse.survivor@example.com"})
    void aPersonGetsMail(String address) {
        assertThat(RULES.forbid(Inquiries.with(1, address, true, "en", "Hello"), NOTHING))
                .isNull();
    }

    @Test
    void aClinicThatMailsFromASharedProviderMailsPatientsThere() throws Exception {
        PatientMailRules shared = new PatientMailRules(ClinicContent.load(ContentCopy.in(folder)
                        .change("clinic.yml", text -> text.replace("no-reply@clinic.example", "drkim.spine@gmail.com"))
                        .folder())
                .clinic());

        assertThat(shared.forbid(Inquiries.with(1, "maria.lopez@gmail.com", true, "en", "Hello"), NOTHING))
                .isNull();
        assertThat(shared.forbid(Inquiries.with(1, "drkimspine@googlemail.com", true, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.OWN_ADDRESS);
        assertThat(shared.forbid(Inquiries.with(1, "nurse@clinic.example", true, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.OWN_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "drkim@hotmail.co.uk, drkim@hotmail.co.uk",
        "drkim@pm.me, dr.kim@protonmail.com",
        "drkim@yandex.ru, drkim@ya.ru",
        "drkim@socal.rr.com, drkim+web@socal.rr.com"
    })
    void inTheClinicsOwnSharedDomainOnlyItsMailboxIsItsOwn(String clinic, String sameMailbox) throws Exception {
        PatientMailRules shared = new PatientMailRules(ClinicContent.load(ContentCopy.in(folder)
                        .change("clinic.yml", text -> text.replace("no-reply@clinic.example", clinic))
                        .folder())
                .clinic());
        String stranger = "maria.lopez" + clinic.substring(clinic.indexOf('@'));

        assertThat(shared.forbid(Inquiries.with(1, stranger, true, "en", "Hello"), NOTHING))
                .isNull();
        assertThat(shared.forbid(Inquiries.with(1, sameMailbox, true, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.OWN_ADDRESS);
    }

    @Test
    void anInboxOfARouteIsTheClinicsOwnWhereverItIs() throws Exception {
        PatientMailRules routed = new PatientMailRules(ClinicContent.load(ContentCopy.in(folder)
                        .change(
                                "clinic.yml",
                                text -> text.replace(
                                        "routes: []",
                                        "routes:\n  - when: { language: es }\n    to: [spanish-desk@partner.example]"))
                        .folder())
                .clinic());

        assertThat(routed.forbid(Inquiries.with(1, "Spanish-Desk+x@partner.example", true, "es", "Hola"), NOTHING))
                .isEqualTo(Reason.OWN_ADDRESS);
        assertThat(routed.forbid(Inquiries.with(1, "ana@partner.example", true, "es", "Hola"), NOTHING))
                .isNull();
    }

    @Test
    void anInboxThatHearsOfEmergenciesIsTheClinicsOwnToo() throws Exception {
        PatientMailRules loud = new PatientMailRules(ClinicContent.load(ContentCopy.in(folder)
                        .change(
                                "clinic.yml",
                                text -> text.replace("urgent: { also: []", "urgent: { also: [on-call@nurses.example]"))
                        .folder())
                .clinic());

        assertThat(loud.forbid(Inquiries.with(1, "on-call@nurses.example", true, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.OWN_ADDRESS);
        assertThat(loud.forbid(Inquiries.with(1, "ana@nurses.example", true, "en", "Hello"), NOTHING))
                .isNull();
    }

    @Test
    void whoDidNotAgreeGetsNone() {
        assertThat(RULES.forbid(Inquiries.with(1, "ana@example.com", false, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.NO_CONSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-desk@clinic.example", "Anyone@CLINIC.example", "no-reply@mail.clinic.example"})
    void theClinicDoesNotMailItself(String address) {
        assertThat(RULES.forbid(Inquiries.with(1, address, true, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.OWN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abuse@example.com",
                "Postmaster@example.com",
                "postmaster+x@example.com",
                "mailer-daemon@example.com",
                "users-request@lists.example.com",
                "owner-users@lists.example.com"
            })
    void machinesAndComplaintBoxesGetNone(String address) {
        assertThat(RULES.forbid(Inquiries.with(1, address, true, "en", "Hello"), NOTHING))
                .isEqualTo(Reason.ROLE_ADDRESS);
    }

    @Test
    void whatLooksLikeSpamIsLeftToTheClinic() {
        assertThat(RULES.forbid(Inquiries.number(1), List.of("hidden-field"))).isEqualTo(Reason.SUSPECTED_SPAM);
    }

    @Test
    void whatWaitsOnlyBecauseItsFormWasSentBeforeIsNotCalledSpam() {
        assertThat(RULES.forbid(Inquiries.number(1), List.of("form-sent-before")))
                .isEqualTo(Reason.FORM_SENT_BEFORE);
        assertThat(RULES.forbid(Inquiries.number(1), List.of("form-sent-before", "links")))
                .isEqualTo(Reason.SUSPECTED_SPAM);
    }
}

package org.foramen.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Region;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.matching.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientMailRulesTests {

    private static final Match LEAFLET = new Match.GeneralLeaflet(Region.NECK, "A patient's question.");
    private static final Match BUSINESS = new Match.NotAPatient("It offers a service.");

    private final PatientMailRules rules =
            new PatientMailRules(ClinicContent.load(Path.of("../content")).clinic());

    @ParameterizedTest
    @ValueSource(
            strings = {"ana@example.com", "info@bakery.example", "ana@notclinic.example", "abuse.survivor@example.com"})
    void aPersonGetsMail(String address) {
        assertThat(rules.forbid(Inquiries.with(1, address, true, "en", "Hello"), LEAFLET))
                .isEmpty();
    }

    @Test
    void whoDidNotAgreeGetsNone() {
        assertThat(rules.forbid(Inquiries.with(1, "ana@example.com", false, "en", "Hello"), LEAFLET))
                .contains(Withheld.NO_CONSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-desk@clinic.example", "Anyone@CLINIC.example", "no-reply@mail.clinic.example"})
    void theClinicDoesNotMailItself(String address) {
        assertThat(rules.forbid(Inquiries.with(1, address, true, "en", "Hello"), LEAFLET))
                .contains(Withheld.OWN_ADDRESS);
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
        assertThat(rules.forbid(Inquiries.with(1, address, true, "en", "Hello"), LEAFLET))
                .contains(Withheld.ROLE_ADDRESS);
    }

    @Test
    void whatLooksLikeSpamIsLeftToTheClinic() {
        assertThat(rules.forbid(Inquiries.suspected(Inquiries.number(1)), LEAFLET))
                .contains(Withheld.SUSPECTED);
        assertThat(rules.forbid(Inquiries.number(1), BUSINESS)).contains(Withheld.SUSPECTED);
    }

    @Test
    void whoMayBeInDangerIsNotTakenForABusiness() {
        assertThat(rules.forbid(Inquiries.urgent(Inquiries.number(1), "cannot feel"), BUSINESS))
                .isEmpty();
    }
}

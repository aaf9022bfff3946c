package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.Region;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors do with the forms, in a real browser. */
class FormJourneyIT extends RunningIntake {

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "es, true", "es, false"})
    void aQuestionIsAnsweredWithAReference(String language, boolean script) throws IOException {
        try (Visitor visitor = Visitor.fresh(language, script)) {
            visitor.page().navigate(at("/"));
            visitor.fill("Lupita Ramírez", "lupita@example.com", "¿Aceptan Medi-Cal?");
            visitor.send();

            assertThat(visitor.page().locator("html")).hasAttribute("lang", language);
            assertThat(visitor.page().locator(".reference strong"))
                    .hasText(accepted().get(0).id().reference());
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.context().cookies()).isEmpty();
            assertThat(visitor.loaded()).allMatch(address -> address.startsWith(at("/")));
        }
        InquiryReceived inquiry = accepted().get(0);
        assertThat(inquiry.person().name()).isEqualTo("Lupita Ramírez");
        assertThat(inquiry.person().preferredLanguage()).isEqualTo(language);
        assertThat(inquiry.consent().toEmail()).isTrue();
        assertThat(inquiry.person().preferredContact()).isEqualTo(ContactChannel.EMAIL);
        assertThat(inquiry.details()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en, true", "es, false"})
    void whoConsidersAProcedureTellsWhatTheClinicNeeds(String language, boolean script) throws IOException {
        try (Visitor visitor = Visitor.fresh(language, script)) {
            visitor.page().navigate(at("/considering/foraminotomy"));
            visitor.page().locator(".ask a").click();
            visitor.page().fill("#name", "Jordan Avery");
            visitor.page().check("input[value=phone]");
            visitor.page().fill("#phone", "310 555 0134");
            visitor.page().selectOption("#bestTime", "morning");
            visitor.page().check("input[name=consentToEmail]");
            visitor.page().fill("#email", "jordan@example.com");
            visitor.page().locator(".more summary").click();
            for (String choice : List.of("someone-else", "neck", "months", "medicine", "physical-therapy")) {
                visitor.page().check("input[value=" + choice + "]");
            }
            visitor.page().check("input[name=imaging][value=yes]");
            visitor.page().check("input[name=patient][value=no]");
            visitor.send();

            assertThat(visitor.page().locator(".reference strong")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
        InquiryReceived inquiry = accepted().get(0);
        assertThat(inquiry.procedure()).isEqualTo("foraminotomy");
        assertThat(inquiry.region()).isEqualTo(Region.NECK);
        assertThat(inquiry.person().preferredContact()).isEqualTo(ContactChannel.PHONE);
        assertThat(inquiry.consent().toEmail()).isTrue();
        assertThat(inquiry.details())
                .isEqualTo(new Details(
                        HowLong.MONTHS,
                        Imaging.YES,
                        List.of(Treatment.MEDICINE, Treatment.PHYSICAL_THERAPY),
                        BestTime.MORNING,
                        ForWhom.SOMEONE_ELSE,
                        KnownPatient.NO));
    }

    @Test
    void theBrowserProvesItsWorkWhileThePersonTypes() throws IOException {
        try (Visitor visitor = Visitor.fresh("en", true)) {
            AtomicReference<String> sent = new AtomicReference<>("");
            visitor.page().onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.set(request.postData());
                }
            });
            visitor.page().navigate(at("/"));
            visitor.fill("Lupita", "lupita@example.com", "My question");
            long start = System.nanoTime();
            visitor.send();
            System.out.printf("The proof of work delayed the sending by %d ms%n", (System.nanoTime() - start) / 1_000_000);

            assertThat(visitor.page().locator(".receipt")).isVisible();
            assertThat(sent.get()).containsPattern("altcha=[A-Za-z0-9%]{100,}");
        }
        assertThat(accepted().get(0).suspicions()).isEmpty();
    }

    @Test
    void theKeyboardGoesThroughThePageInReadingOrder() {
        try (Visitor visitor = Visitor.fresh("en", true)) {
            visitor.page().navigate(at("/"));
            List<String> stops = new ArrayList<>();
            for (int stop = 0; stop < 11; stop++) {
                visitor.page().keyboard().press("Tab");
                stops.add((String) visitor.page().evaluate(
                        "document.activeElement.name || document.activeElement.textContent.trim()"));
            }

            assertThat(stops)
                    .containsExactly(
                            "Skip to the main part",
                            "310-423-9716",
                            "Español",
                            "Call 911",
                            "All the signs",
                            "message",
                            "name",
                            "preferredContact",
                            "Tell us more, if you like",
                            "Send my question",
                            "How we use what you send");
        }
    }

    @Test
    void theLanguageCanBeChangedOnEveryPage() {
        try (Visitor visitor = Visitor.fresh("en", true)) {
            visitor.page().navigate(at(guiding(Level.EMERGENCY)));
            visitor.page().locator(".languages a").click();

            assertThat(visitor.page().locator("html")).hasAttribute("lang", "es");
            assertThat(visitor.page().locator(".urgent")).containsText("Llame al 911");
        }
    }

    @Test
    void whatMustBeReadFirstIsReadFirst() {
        try (Visitor visitor = Visitor.fresh("en", true)) {
            visitor.page().navigate(at(guiding(Level.CRISIS)));

            assertThat(visitor.page().locator("main *:first-child").first()).containsText("988");
            assertThat(visitor.page().locator(".urgent")).isFocused();
        }
    }
}

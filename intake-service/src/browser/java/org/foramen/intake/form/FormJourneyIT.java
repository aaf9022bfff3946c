package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
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
import org.foramen.intake.validation.FieldExamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors do with the forms, in a real browser. */
class FormJourneyIT extends RunningIntake {

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "es, true", "es, false"})
    void aQuestionIsAnsweredWithAReference(String language, boolean script) throws IOException {
        try (Visitor visitor = visitor(language, script)) {
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

    @Test
    void thePageIsNeverStricterThanTheServer() throws IOException {
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at("/"));
            FieldExamples.all().map(Arguments::get).filter(example -> (boolean) example[2]).forEach(example -> {
                Object complaint = visitor.page().evaluate(
                        """
                        ([name, typed]) => new Promise(said => {
                          const field = document.getElementById(name);
                          field.value = typed;
                          field.dispatchEvent(new Event('input', {bubbles: true}));
                          field.dispatchEvent(new Event('focusout', {bubbles: true}));
                          setTimeout(() => setTimeout(() => said(field.getAttribute('aria-invalid'))));
                        })
                        """,
                        List.of(example[0], example[1]));
                assertThat(complaint).as("%s %s", example).isNull();
            });
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, true", "es, false"})
    void whoConsidersAProcedureTellsWhatTheClinicNeeds(String language, boolean script) throws IOException {
        try (Visitor visitor = visitor(language, script)) {
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mistakesAreSaidFirstAndNothingTypedIsLost(boolean script) throws IOException {
        try (Visitor visitor = visitor("en", script)) {
            visitor.page().navigate(at("/considering/foraminotomy"));
            visitor.fill("", "lupita@", "My question");
            visitor.page().locator(".more summary").click();
            visitor.page().check("input[value=lower-back]");
            visitor.page().check("input[value=injections]");
            visitor.send();

            assertThat(visitor.page()).hasTitle("Please fix this first – Foraminotomy – Dr. Kim Spine Care");
            Locator summary = visitor.page().locator(".problems");
            assertThat(summary).isFocused();
            assertThat(summary).hasAttribute("role", "alert");
            assertThat(summary.locator("a"))
                    .hasText(new String[] {"Type your name.", "Type one email address, such as ana@example.com."});
            assertThat(visitor.page().locator("#email")).hasAttribute("aria-invalid", "true");
            assertThat(visitor.page().locator("#email"))
                    .hasAccessibleDescription(java.util.regex.Pattern.compile("^Type one email"));
            assertThat(visitor.page().locator("#email")).hasValue("lupita@");
            assertThat(visitor.page().locator("#message")).hasValue("My question");
            assertThat(visitor.page().locator("input[value=lower-back]")).isChecked();
            assertThat(visitor.page().locator("input[value=injections]")).isChecked();

            summary.locator("a").first().click();
            assertThat(visitor.page().locator("#name")).isFocused();
            visitor.fill("Lupita", "lupita@example.com", "My question");
            visitor.page().locator("form [type=submit]").click();
            assertThat(visitor.page().locator(".receipt")).isVisible();
        }
        assertThat(accepted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenNothingCanBeKeptTheFormKeepsItAndCanBeSentAgain(boolean script) throws IOException {
        try (Visitor visitor = visitor("es", script)) {
            visitor.page().navigate(at("/"));
            visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
            breakDisk();
            visitor.send();

            assertThat(visitor.page().locator(".problems")).isFocused();
            assertThat(visitor.page().locator(".problems h2")).hasText("No pudimos recibir su pregunta");
            assertThat(visitor.page().locator(".problems a")).hasAttribute("href", "tel:+13104239716");
            assertThat(visitor.page().locator("#message")).hasValue("Mi pregunta");

            mendDisk();
            visitor.page().locator("form [type=submit]").click();
            assertThat(visitor.page().locator(".receipt")).isVisible();
        }
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void theBrowserProvesItsWorkWhileThePersonTypes() throws IOException {
        try (Visitor visitor = visitor("en", true)) {
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
    void aLostConnectionLosesNothing() throws IOException {
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at("/"));
            visitor.fill("Lupita", "lupita@example.com", "My question");
            visitor.context().setOffline(true);
            visitor.send();

            assertThat(visitor.page().locator(".problems")).isFocused();
            assertThat(visitor.page().locator(".problems h2")).hasText("Your question did not get through");
            assertThat(visitor.page().locator("#message")).hasValue("My question");
            assertThat(visitor.page().locator("form [type=submit]")).isEnabled();

            visitor.context().setOffline(false);
            visitor.page().locator("form [type=submit]").click();
            assertThat(visitor.page().locator(".receipt")).isVisible();
            assertThat(visitor.page().evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
        }
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void theButtonRestsWhileTheFormIsBeingSent() throws IOException {
        try (Visitor visitor = visitor("en", true)) {
            AtomicReference<Route> held = new AtomicReference<>();
            visitor.page().route("**/inquiries*", held::set);
            visitor.page().navigate(at("/"));
            visitor.fill("Lupita", "lupita@example.com", "My question");
            visitor.page().locator("form [type=submit]").dblclick();

            assertThat(visitor.page().locator("form [type=submit]")).isDisabled();
            assertThat(visitor.page().locator("form [type=submit]")).hasText("Sending…");
            assertThat(visitor.page().locator("[role=status]")).hasText("Sending…");
            assertThat(accepted()).isEmpty();

            visitor.page().waitForCondition(() -> held.get() != null);
            held.get().resume();
            assertThat(visitor.page().locator(".receipt")).isVisible();
        }
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void aFieldSaysWhatIsWrongOnlyAfterItIsLeft() {
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at("/"));
            Locator email = visitor.page().locator("#email");
            Locator problem = visitor.page().locator("#email-problem");

            visitor.page().check("input[value=email]");
            email.pressSequentially("lupita@");
            assertThat(problem).hasCount(0);
            visitor.page().locator("#name").focus();
            assertThat(problem).hasText("Type one email address, such as ana@example.com.");
            assertThat(visitor.page().locator("[role=status]"))
                    .hasText("Type one email address, such as ana@example.com.");

            email.pressSequentially("example.com");
            assertThat(problem).hasCount(0);
            assertThat(email).not().hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    void aProblemThatAppearsDoesNotMoveWhatIsBeingClicked() {
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at("/"));
            visitor.page().check("input[value=email]");
            visitor.page().locator("#email").pressSequentially("lupita@");
            Locator choice = visitor.page().locator(".more summary");
            choice.scrollIntoViewIfNeeded();
            choice.click();

            assertThat(visitor.page().locator(".more")).hasAttribute("open", "");
            assertThat(visitor.page().locator("#email-problem")).isVisible();
        }
    }

    @Test
    void theKeyboardGoesThroughThePageInReadingOrder() {
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at("/"));
            List<String> stops = new java.util.ArrayList<>();
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
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at(guiding(Level.EMERGENCY)));
            visitor.page().locator(".languages a").click();

            assertThat(visitor.page().locator("html")).hasAttribute("lang", "es");
            assertThat(visitor.page().locator(".urgent")).containsText("Llame al 911");
        }
    }

    @Test
    void whatMustBeReadFirstIsReadFirst() {
        try (Visitor visitor = visitor("en", true)) {
            visitor.page().navigate(at(guiding(Level.CRISIS)));

            assertThat(visitor.page().locator("main *:first-child").first()).containsText("988");
            assertThat(visitor.page().locator(".urgent")).isFocused();
        }
    }

    private static Visitor visitor(String language, boolean script) {
        return new Visitor(Visitor.speaking(language).setJavaScriptEnabled(script));
    }
}

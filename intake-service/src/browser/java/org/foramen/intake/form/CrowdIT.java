package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.foramen.contract.InquiryReceived;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** What people meet whose address has sent its share of questions, in a real browser. */
@TestPropertySource(properties = {"foramen.abuse.exempt=none", "foramen.abuse.per-address=1"})
class CrowdIT extends RunningIntake {

    @ParameterizedTest
    @CsvSource({"en, true, Please wait a few minutes", "es, false, 'Por favor, espere unos minutos'"})
    void isAskedToWaitAndKeepsAllThatWasTyped(String language, boolean script, String title) throws Exception {
        browser().send(browser().open("/"));
        try (Visitor visitor = new Visitor(Visitor.speaking(language).setJavaScriptEnabled(script))) {
            visitor.page().navigate(at("/"));
            visitor.fill("Lupita", "lupita@example.com", "My other question");
            visitor.send();

            assertThat(visitor.page().locator(".problems h2")).hasText(title);
            assertThat(visitor.page().locator(".problems")).isFocused();
            assertThat(visitor.page().locator(".problems a")).hasAttribute("href", "tel:+13104239716");
            assertThat(visitor.page().locator("#message")).hasValue("My other question");
            if (script) {
                assertThat(visitor.barriers()).isEmpty();
                visitor.keepPicture("busy-" + language + "-phone");
            }
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(accepted()).extracting(InquiryReceived::message).doesNotContain("My other question");
    }
}

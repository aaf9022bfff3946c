package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** What people meet who send the form before anybody could have filled it in, in a real browser. */
@TestPropertySource(properties = "foramen.abuse.min-time=10s")
class QuickVisitorIT extends RunningIntake {

    private static final Duration WITHOUT_PROOF = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"en, true, Please press Send again", "es, false, 'Por favor, presione Enviar otra vez'"})
    void isAskedToPressTheButtonAgainAndKeepsAllThatWasTyped(String language, boolean script, String title)
            throws IOException {
        try (Visitor visitor = new Visitor(Visitor.speaking(language).setJavaScriptEnabled(script))) {
            visitor.page().navigate(at("/considering/foraminotomy"));
            visitor.fill("Lupita", "lupita@example.com", "My question");
            visitor.page().locator(".more summary").click();
            visitor.page().check("input[value=neck]");
            visitor.send();

            Locator notice = visitor.page().locator(".problems");
            assertThat(notice.locator("h2")).hasText(title);
            assertThat(notice).isFocused();
            assertThat(visitor.page().locator("#message")).hasValue("My question");
            assertThat(visitor.page().locator("input[value=neck]")).isChecked();
            if (script) {
                assertThat(visitor.barriers()).isEmpty();
                visitor.keepPicture("soon-" + language + "-phone");
            }
            sendUntilTaken(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(accepted()).hasSize(1);
        assertThat(accepted().get(0).suspicions()).isEmpty();
    }

    private static void sendUntilTaken(Visitor visitor) {
        Locator receipt = visitor.page().locator(".receipt");
        await().pollInSameThread()
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(WITHOUT_PROOF.multipliedBy(2))
                .until(() -> {
                    if (!receipt.isVisible()) {
                        visitor.page().locator("form [type=submit]").click(new ClickOptions().setTimeout(1000));
                    }
                    return receipt.isVisible();
                });
    }
}

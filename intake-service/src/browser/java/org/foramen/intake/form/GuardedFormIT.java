package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.TestPropertySource;

/** What people meet whom the guards against robots stop, in a real browser. */
@TestPropertySource(
        properties = {"foramen.abuse.min-time=3s", "foramen.abuse.exempt=none", "foramen.abuse.per-address=1"})
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class GuardedFormIT extends RunningIntake {

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, true, Please press Send again", "es, false, 'Por favor, presione Enviar otra vez'"})
    void whoIsVeryQuickPressesTheButtonTwice(String language, boolean script, String title) throws IOException {
        try (Visitor visitor = visitor(language, script)) {
            visitor.page.navigate(at("/considering/foraminotomy"));
            visitor.fill("Lupita", "lupita@example.com", "My question");
            visitor.page.check("input[value=neck]");
            visitor.send();

            Locator notice = visitor.page.locator(".problems");
            assertThat(notice).isFocused();
            assertThat(notice.locator("h2")).hasText(title);
            assertThat(visitor.page.locator("#message")).hasValue("My question");
            assertThat(visitor.page.locator("input[value=neck]")).isChecked();
            if (script) {
                assertOpenToAll(visitor, "soon-" + language);
            }
            sendUntilTaken(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(accepted()).hasSize(1);
        assertThat(accepted().get(0).suspicions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoComesFromACrowdIsAskedToWaitAndKeepsAllThatWasTyped(boolean script) throws IOException {
        for (String question : new String[] {"My question", "My other question"}) {
            try (Visitor visitor = visitor("en", script)) {
                visitor.page.navigate(at("/"));
                visitor.fill("Lupita", "lupita@example.com", question);
                visitor.send();
                if (question.equals("My question")) {
                    sendUntilTaken(visitor);
                    continue;
                }
                await().atMost(Duration.ofSeconds(15)).until(() -> {
                    visitor.page.locator("form button").click();
                    visitor.page.locator(".problems, .receipt").first().waitFor();
                    return visitor.page.locator(".problems h2").textContent().equals("Please wait a few minutes");
                });
                assertThat(visitor.page.locator(".problems")).isFocused();
                assertThat(visitor.page.locator(".problems a")).hasAttribute("href", "tel:+13104239716");
                assertThat(visitor.page.locator("#message")).hasValue("My other question");
                if (script) {
                    assertOpenToAll(visitor, "busy-en");
                }
            }
        }
        assertThat(accepted()).hasSize(1);
    }

    private static void sendUntilTaken(Visitor visitor) {
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            visitor.page.locator("form button").click();
            visitor.page.locator(".problems, .receipt").first().waitFor();
            return visitor.page.locator(".receipt").isVisible();
        });
    }

    private static void assertOpenToAll(Visitor visitor, String name) {
        assertThat(visitor.barriers()).isEmpty();
        assertThat(visitor.overhang()).isZero();
        visitor.keepScreenshot(name + "-phone");
    }

    private static Visitor visitor(String language, boolean script) {
        return new Visitor(chromium, Visitor.speaking(language).setJavaScriptEnabled(script));
    }
}

package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost and nothing is sent twice where a disk, a connection or a hand fails. */
class FormTroubleIT extends RunningIntake {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenNothingCanBeKeptTheFormKeepsItAndCanBeSentAgain(boolean script) throws IOException {
        try (Visitor visitor = Visitor.fresh("es", script)) {
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
    void aLostConnectionLosesNothing() throws IOException {
        try (Visitor visitor = Visitor.fresh("en", true)) {
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
        try (Visitor visitor = Visitor.fresh("en", true)) {
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
}

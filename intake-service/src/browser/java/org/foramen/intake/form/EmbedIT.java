package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The form on a site of another origin. */
class EmbedIT extends RunningIntake {

    @Test
    void oneScriptTagPutsTheFormOnAnAllowedSite() throws IOException {
        CLINIC_SITE.show("<script src=\"" + at("/embed.js") + "\" data-procedure=\"foraminotomy\"></script>");
        try (Visitor visitor = visitor()) {
            visitor.page().navigate(CLINIC_SITE.origin());
            Locator frame = visitor.page().locator("iframe");
            FrameLocator form = visitor.page().frameLocator("iframe");
            assertThat(form.locator("h1")).hasText("Foraminotomía");
            assertThat(frame).hasAttribute("title", Pattern.compile("Foraminotomía.*"));
            assertFitsItsContent(visitor);

            form.locator("form [type=submit]").click();
            assertThat(form.locator(".problems")).isInViewport();
            assertFitsItsContent(visitor);

            form.locator("#name").fill("Lupita");
            form.locator("input[value=email]").check();
            form.locator("#email").fill("lupita@example.com");
            form.locator("form [type=submit]").click();
            assertThat(form.locator(".reference strong")).isInViewport();
            assertFitsItsContent(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void aSiteThatIsNotAllowedGetsALinkInstead() {
        CLINIC_SITE.show("<script src=\"" + at("/embed.js") + "\" data-title=\"Ask us\"></script>");
        try (Visitor visitor = visitor()) {
            visitor.page().navigate(CLINIC_SITE.origin().replace("localhost", "127.0.0.1"));

            visitor.page().locator("main a").waitFor();
            assertThat(visitor.page().locator("main a")).hasText("Ask us");
            assertThat(visitor.page().locator("main a")).hasAttribute("href", at("/?lang=es"));
            assertThat(visitor.page().locator("iframe")).hasCount(0);
        }
    }

    private static void assertFitsItsContent(Visitor visitor) {
        assertThat(visitor.page().frameLocator("iframe").locator("main")).isVisible();
        visitor.page().waitForCondition(() -> {
            double frame = visitor.page().locator("iframe").boundingBox().height;
            double content = ((Number) visitor.page()
                            .frameLocator("iframe")
                            .locator("body")
                            .evaluate("body => body.getBoundingClientRect().height"))
                    .doubleValue();
            return Math.abs(frame - content) <= 1;
        });
    }

    private static Visitor visitor() {
        return new Visitor(Visitor.speaking("en"));
    }
}

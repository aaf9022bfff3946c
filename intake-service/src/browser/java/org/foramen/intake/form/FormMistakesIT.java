package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.foramen.intake.validation.FieldExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors are told of what is wrong, when and where. */
class FormMistakesIT extends RunningIntake {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mistakesAreSaidFirstAndNothingTypedIsLost(boolean script) throws IOException {
        Visitor visitor = Visitor.again("en", script);
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
                .hasAccessibleDescription(Pattern.compile("^Type one email"));
        assertThat(visitor.page().locator("#email")).hasValue("lupita@");
        assertThat(visitor.page().locator("#message")).hasValue("My question");
        assertThat(visitor.page().locator("input[value=lower-back]")).isChecked();
        assertThat(visitor.page().locator("input[value=injections]")).isChecked();

        summary.locator("a").first().click();
        assertThat(visitor.page().locator("#name")).isFocused();
        visitor.fill("Lupita", "lupita@example.com", "My question");
        visitor.page().locator("form [type=submit]").click();
        assertThat(visitor.page().locator(".receipt")).isVisible();
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void aFieldSaysWhatIsWrongOnlyAfterItIsLeft() {
        Visitor visitor = Visitor.again("en", true);
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

    @Test
    void aProblemThatAppearsDoesNotMoveWhatIsBeingClicked() {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/"));
        visitor.page().check("input[value=email]");
        visitor.page().locator("#email").pressSequentially("lupita@");
        Locator choice = visitor.page().locator(".more summary");
        choice.scrollIntoViewIfNeeded();
        choice.click();

        assertThat(visitor.page().locator(".more")).hasAttribute("open", "");
        assertThat(visitor.page().locator("#email-problem")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLinkToWhatIsWrongShowsTheLabelToo(boolean script) {
        Visitor visitor = Visitor.again("en", script);
        visitor.page().navigate(at("/considering"));
        visitor.page().check("input[value=email]");
        visitor.page().fill("#email", "ana@");
        visitor.send();
        for (Locator link : visitor.page().locator(".problems a").all()) {
            link.click();
            String field = link.getAttribute("href");

            assertThat(visitor.page().locator(field)).isFocused();
            assertThat(visitor.page().locator("label[for=" + field.substring(1) + "]")).isInViewport();
            assertThat(visitor.page().locator(field + "-problem")).isInViewport();
        }
    }

    @Test
    void thePageIsNeverStricterThanTheServer() {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/"));
        FieldExamples.all().map(Arguments::get).filter(row -> (Boolean) row[2]).forEach(row -> {
            String field = "#" + row[0];
            visitor.page().check("input[value=" + (field.equals("#email") ? "email" : "phone") + "]");
            visitor.page().fill(field, (String) row[1]);
            visitor.page().locator("#message").focus();
            visitor.page().evaluate("() => new Promise(done => setTimeout(done))");

            assertThat(visitor.page().locator(field + "-problem").count())
                    .as("%s: %s", row)
                    .isZero();
        });
    }
}

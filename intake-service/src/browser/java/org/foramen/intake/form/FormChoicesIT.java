package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.foramen.contract.ContactChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms ask for, and what is sent of it. */
class FormChoicesIT extends RunningIntake {

    @Test
    void whichSurgeryItIsAboutCanBeToldBesideTheRest() throws IOException {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/considering"));
        assertThat(visitor.page().locator("#procedure")).isHidden();
        visitor.fill("Ana", "ana@example.com", "Is it safe?");
        visitor.page().locator(".more summary").click();
        visitor.page().selectOption("#procedure", "laminectomy");
        visitor.send();

        assertThat(accepted().get(0).procedure()).isEqualTo("laminectomy");
    }

    @Test
    void nothingIsChosenForAnybody() {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/considering"));

        assertThat(visitor.page().locator("input:checked")).hasCount(0);
        assertThat(visitor.page().locator("#phone")).isHidden();
        assertThat(visitor.page().locator("#email")).isHidden();
        visitor.page().fill("#message", "My question");
        visitor.page().fill("#name", "Ana");
        visitor.send();
        assertThat(visitor.page().locator(".problems a")).hasText("Choose how we should answer you.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWantsACallIsAskedForNoAddress(boolean script) throws IOException {
        Visitor visitor = Visitor.again("en", script);
        visitor.page().navigate(at("/"));
        visitor.page().fill("#message", "My question");
        visitor.page().fill("#name", "Ana");
        visitor.page().check("input[value=phone]");
        visitor.page().fill("#phone", "310-423-9716 x12");
        visitor.send();

        assertThat(visitor.page().locator(".receipt ol")).containsText("We call you by");
        assertThat(visitor.page().locator(".note")).containsText("We will not email you");
        assertThat(accepted()).hasSize(1);
        assertThat(accepted().get(0).person().email()).isNull();
        assertThat(accepted().get(0).person().preferredContact()).isEqualTo(ContactChannel.PHONE);
    }

    @Test
    void whatIsTypedForAWayThatIsNotChosenIsNotSent() throws IOException {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/"));
        visitor.fill("Ana", "ana@example.com", "My question");
        visitor.page().check("input[value=phone]");
        assertThat(visitor.page().locator("#email")).isHidden();
        visitor.page().fill("#phone", "310-423-9716");
        visitor.send();
        assertThat(accepted().get(0).person().email()).isNull();
        assertThat(accepted().get(0).consent().toEmail()).isFalse();
    }

    @Test
    void anAnswerThatNeedNotBeGivenCanBeTakenBack() throws IOException {
        Visitor visitor = Visitor.again("en", false);
        visitor.page().navigate(at("/"));
        visitor.fill("Ana", "ana@example.com", "My question");
        visitor.page().locator(".more summary").click();
        visitor.page().check("input[name=howLong][value=weeks]");
        visitor.page().check("input[name=howLong][value='']");
        visitor.send();
        assertThat(accepted().get(0).details()).isNull();
    }
}

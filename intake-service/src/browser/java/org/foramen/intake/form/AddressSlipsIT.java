package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A slip in an address is asked about, and blocks nobody. */
class AddressSlipsIT extends RunningIntake {

    private static final Map<String, String> SLIPS = Map.of(
            "rosemary@gmial.com", "rosemary@gmail.com",
            "rosemary@gmail.con", "rosemary@gmail.com",
            "rosemary@gmail", "rosemary@gmail.com",
            "rosemary@gmail,com", "rosemary@gmail.com",
            "rosemary@hotmal.com", "rosemary@hotmail.com",
            "rosemary@yaho.com", "rosemary@yahoo.com",
            "rosemary@outlok.com", "rosemary@outlook.com",
            "rosemary@iclud.com", "rosemary@icloud.com",
            "rosemary@school.edi", "rosemary@school.edu",
            "rosemary@clinic.cmo", "rosemary@clinic.com");

    @Test
    void aSlipOfTheAddressIsAskedAboutAndMendedByATap() {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/"));
        SLIPS.forEach((typed, meant) -> {
            visitor.fill("Rosemary", typed, "My question");
            visitor.page().locator("#name").focus();

            assertThat(visitor.page().locator("#slip")).hasText("Did you mean " + meant + "?");
            visitor.page().locator("#slip button").click();
            assertThat(visitor.page().locator("#email")).hasValue(meant);
            assertThat(visitor.page().locator("#slip")).hasCount(0);
        });
    }

    @Test
    void anAddressThatMayWellBeRightIsNotQuestioned() {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/"));
        for (String host : List.of("gmail.com", "mail.com", "ymail.com", "example.com", "usc.edu", "yahoo.ca", "web.de")) {
            visitor.fill("Ana", "ana@" + host, "My question");
            visitor.page().locator("#name").focus();
            visitor.page().evaluate("() => new Promise(done => setTimeout(done))");
            visitor.page().evaluate("() => import(document.querySelector('form').dataset.slips)");

            assertThat(visitor.page().locator("#slip")).hasCount(0);
        }
    }

    @Test
    void aSlipBlocksNobody() throws IOException {
        Visitor visitor = Visitor.again("en", true);
        visitor.page().navigate(at("/"));
        visitor.fill("Rosemary", "rosemary@gmial.com", "My question");
        visitor.send();
        assertThat(accepted().get(0).person().email()).isEqualTo("rosemary@gmial.com");
    }
}

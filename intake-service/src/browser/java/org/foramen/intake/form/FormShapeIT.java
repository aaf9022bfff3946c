package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.foramen.contract.Level;
import org.foramen.intake.receipt.ReceiptNote;
import java.time.Instant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.foramen.contract.ContactChannel;
import org.foramen.intake.validation.FieldExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the forms are laid out and what they ask for, on a phone of 390 by 844. */
class FormShapeIT extends RunningIntake {

    private static final int SCREEN = 844;

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

    @ParameterizedTest
    @CsvSource({
        "/, en, true",
        "/, es, true",
        "/, en, false",
        "/, es, false",
        "/considering, en, true",
        "/considering, es, true",
        "/considering, en, false",
        "/considering, es, false"
    })
    void theQuestionBeginsOnTheFirstScreenAndSendStandsOnTheThird(String path, String language, boolean script) {
        Visitor visitor = visitor(language, script);
        visitor.page().navigate(at(path));
        double question = visitor.page().locator("#message").boundingBox().y;
        BoundingBox send = visitor.page().locator("form [type=submit]").boundingBox();
        if (!script) {
            visitor.keepPicture("plain" + path.replace('/', '-') + "-" + language);
        }
        assertThat(question).isLessThan(SCREEN);
        assertThat(send.y + send.height).isLessThan(3 * SCREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/considering", "/considering/foraminotomy"})
    void questionNameAndWayAreAskedForFirstAndInThisOrder(String path) {
        Visitor visitor = visitor("en", false);
        visitor.page().navigate(at(path));

        assertThat(visitor.page().locator("form .field:visible label, form legend:visible").allInnerTexts().subList(0, 3))
                .satisfiesExactly(
                        question -> assertThat(question).startsWith("What would you like to ask?"),
                        name -> assertThat(name).isEqualTo("Your name"),
                        way -> assertThat(way).isEqualTo("How should we answer you?"));
    }

    @Test
    void whichSurgeryItIsAboutCanBeToldBesideTheRest() throws IOException {
        Visitor visitor = visitor("en", true);
        visitor.page().navigate(at("/considering"));
        assertThat(visitor.page().locator("#procedure")).isHidden();
        visitor.fill("Ana", "ana@example.com", "Is it safe?");
        visitor.page().locator(".more summary").click();
        visitor.page().selectOption("#procedure", "laminectomy");
        visitor.send();

        assertThat(accepted().get(0).procedure()).isEqualTo("laminectomy");
    }

    @ParameterizedTest
    @CsvSource({
        "USUAL, PHONE, false, foraminotomy, en",
        "USUAL, PHONE, false, foraminotomy, es",
        "USUAL, EMAIL, true, , en",
        "USUAL, EMAIL, true, , es",
        "CALL_TODAY, PHONE, false, , en",
        "CALL_TODAY, PHONE, false, , es",
        "EMERGENCY, , , , en",
        "EMERGENCY, , , , es",
        "CRISIS, , , , en",
        "CRISIS, , , , es"
    })
    void whatMattersOfAReceiptIsOnTheFirstScreen(
            Level level, ContactChannel by, Boolean mail, String about, String language) {
        Visitor visitor = visitor(language, true);
        Instant at = by == null ? null : Instant.parse("2026-11-28T20:45:00Z");
        visitor.page().navigate(at(new ReceiptNote("K7F3-92QX", level, by, mail, about, at)));
        Locator matters = visitor.page().locator(level == Level.USUAL ? ".receipt ol" : ".help");
        BoundingBox last = matters.last().boundingBox();

        assertThat(last.y + last.height).isLessThan(SCREEN);
    }

    @Test
    void nothingIsChosenForAnybody() {
        Visitor visitor = visitor("en", true);
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
        Visitor visitor = visitor("en", script);
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
        Visitor visitor = visitor("en", true);
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
    void aSlipOfTheAddressIsAskedAboutAndMendedByATap() {
        Visitor visitor = visitor("en", true);
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
        Visitor visitor = visitor("en", true);
        visitor.page().navigate(at("/"));
        for (String host : List.of("gmail.com", "mail.com", "ymail.com", "example.com", "usc.edu", "yahoo.ca", "web.de")) {
            visitor.fill("Ana", "ana@" + host, "My question");
            visitor.page().locator("#name").focus();
            visitor.page().evaluate("() => new Promise(done => setTimeout(done))");

            assertThat(visitor.page().locator("#slip")).hasCount(0);
        }
    }

    @Test
    void aSlipBlocksNobody() throws IOException {
        Visitor visitor = visitor("en", true);
        visitor.page().navigate(at("/"));
        visitor.fill("Rosemary", "rosemary@gmial.com", "My question");
        visitor.send();
        assertThat(accepted().get(0).person().email()).isEqualTo("rosemary@gmial.com");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLinkToWhatIsWrongShowsTheLabelToo(boolean script) {
        Visitor visitor = visitor("en", script);
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

    @ParameterizedTest
    @EnumSource(
            value = PageState.class,
            names = {"CONTACT", "CONSIDERING", "RECEIVED_EMERGENCY", "RECEIVED_CRISIS"})
    void everyNumberForHelpIsOneToTapAndStaysOnOneLine(PageState state) throws IOException {
        Visitor visitor = visitor("en", true);
        state.show(visitor, this);
        Object bare = visitor.page().evaluate(
                """
                () => {
                  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const bare = [];
                  while (walk.nextNode()) {
                    const text = walk.currentNode;
                    if (text.parentElement.closest('a, label, template, svg, script')) continue;
                    if (/(^|[^\\d-])(911|988|711|310-423-9716)(?![\\d-])/.test(text.data)) bare.push(text.data);
                  }
                  return bare;
                }
                """);
        Object broken = visitor.page().evaluate(
                "() => [...document.querySelectorAll('.dial, .help')].filter(one => one.getClientRects().length > 1).length");

        assertThat((List<?>) bare).isEmpty();
        assertThat(broken).isEqualTo(0);
        assertThat(visitor.page().locator("a[href='tel:911']").first()).isVisible();
    }

    @Test
    void anAnswerThatNeedNotBeGivenCanBeTakenBack() throws IOException {
        Visitor visitor = visitor("en", false);
        visitor.page().navigate(at("/"));
        visitor.fill("Ana", "ana@example.com", "My question");
        visitor.page().locator(".more summary").click();
        visitor.page().check("input[name=howLong][value=weeks]");
        visitor.page().check("input[name=howLong][value='']");
        visitor.send();
        assertThat(accepted().get(0).details()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"390, false", "1280, true"})
    void allSignsAreOpenWhereThereIsRoom(int width, boolean open) {
        for (boolean script : new boolean[] {true, false}) {
            Visitor visitor = visitor("en", script);
            visitor.resize(width);
            visitor.page().navigate(at("/"));
            Locator sign = visitor.page().locator(".emergency li").first();

            assertThat(sign).isVisible(new IsVisibleOptions()
                    .setVisible(open));
            if (!open) {
                visitor.page().locator(".emergency summary").click();
                assertThat(sign).isVisible();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/considering/foraminotomy, en, true",
        "/considering/spinal-fusion, es, true",
        "/considering/disc-replacement, es, false",
        "/handouts/general, en, true"
    })
    void aHandoutOffersTheFormOnItsFirstScreenAndOnEachBelow(String path, String language, boolean script) {
        Visitor visitor = visitor(language, script);
        visitor.page().navigate(at(path));
        for (int scrolled : new int[] {0, 2000}) {
            visitor.page().evaluate("y => scrollTo(0, y)", scrolled);
            BoundingBox button = visitor.page().locator(".ask a").boundingBox();

            assertThat(button.y).isBetween(0.0, SCREEN - button.height);
        }
        visitor.page().locator(".ask a").click();
        assertThat(visitor.page().locator("#message")).isInViewport();
    }

    @Test
    void thePageIsNeverStricterThanTheServer() {
        Visitor visitor = visitor("en", true);
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

    private static Visitor visitor(String language, boolean script) {
        return Visitor.again(language, ColorScheme.LIGHT, script);
    }
}

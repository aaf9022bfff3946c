package org.foramen.intake.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Level;
import org.foramen.intake.receipt.ReceiptNote;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the forms are laid out, on a phone of 390 by 844. */
class FormShapeIT extends RunningIntake {

    private static final int SCREEN = 844;

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
        Visitor visitor = Visitor.again(language, script);
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
        Visitor visitor = Visitor.again("en", false);
        visitor.page().navigate(at(path));

        assertThat(visitor.page().locator("form .field:visible label, form legend:visible").allInnerTexts().subList(0, 3))
                .satisfiesExactly(
                        question -> assertThat(question).startsWith("What would you like to ask?"),
                        name -> assertThat(name).isEqualTo("Your name"),
                        way -> assertThat(way).isEqualTo("How should we answer you?"));
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
        Visitor visitor = Visitor.again(language, true);
        Instant at = by == null ? null : Instant.parse("2026-11-28T20:45:00Z");
        visitor.page().navigate(at(new ReceiptNote("K7F3-92QX", level, by, mail, about, at)));
        Locator matters = visitor.page().locator(level == Level.USUAL ? ".receipt ol" : ".help");
        BoundingBox last = matters.last().boundingBox();

        assertThat(last.y + last.height).isLessThan(SCREEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = PageState.class,
            names = {"CONTACT", "CONSIDERING", "RECEIVED_EMERGENCY", "RECEIVED_CRISIS"})
    void everyNumberForHelpIsOneToTapAndStaysOnOneLine(PageState state) throws IOException {
        Visitor visitor = Visitor.again("en", true);
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

    @ParameterizedTest
    @CsvSource({"390, false", "1280, true"})
    void allSignsAreOpenWhereThereIsRoom(int width, boolean open) {
        for (boolean script : new boolean[] {true, false}) {
            Visitor visitor = Visitor.again("en", script);
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
        Visitor visitor = Visitor.again(language, script);
        visitor.page().navigate(at(path));
        for (int scrolled : new int[] {0, 2000}) {
            visitor.page().evaluate("y => scrollTo(0, y)", scrolled);
            BoundingBox button = visitor.page().locator(".ask a").boundingBox();

            assertThat(button.y).isBetween(0.0, SCREEN - button.height);
        }
        visitor.page().locator(".ask a").click();
        assertThat(visitor.page().locator("#message")).isInViewport();
    }
}

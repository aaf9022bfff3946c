package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in every state, light and dark, on a phone and on a desktop: no barrier that axe knows, no sideways scrolling. */
class AccessibilityIT extends RunningIntake {

    /** WCAG 2.2, 1.4.12. */
    private static final String TEXT_SPACING =
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
                    + " p { margin-bottom: 2em !important; }";

    @ParameterizedTest
    @EnumSource
    void hasNoBarriersInEnglish(PageState state) throws IOException {
        Visitor visitor = assertOpenToAll(state, "en");
        visitor.keepPictures(state.shownAs() + "-en", ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoBarriersInSpanishAndFitsNarrowWindowsZoomAndWideLetters(PageState state) throws IOException {
        Visitor visitor = assertOpenToAll(state, "es");
        visitor.keepPictures(state.shownAs() + "-es", ColorScheme.DARK);
        for (int width : new int[] {320, 640}) {
            visitor.resize(width);
            assertThat(visitor.overhang()).as("at " + width).isZero();
        }
        visitor.resize(320);
        visitor.style(TEXT_SPACING);
        assertThat(visitor.overhang()).as("with wide letters").isZero();
    }

    private Visitor assertOpenToAll(PageState state, String language) throws IOException {
        Visitor visitor = Visitor.again(language, ColorScheme.LIGHT, true);
        state.show(visitor, this);
        assertThat(visitor.complaints()).isEmpty();
        for (int width : Visitor.WIDTHS) {
            visitor.resize(width);
            visitor.look(ColorScheme.LIGHT);
            assertThat(visitor.barriers()).as("light, at " + width).isEmpty();
            visitor.look(ColorScheme.DARK);
            assertThat(visitor.barriersOfColours()).as("dark, at " + width).isEmpty();
        }
        return visitor;
    }
}

package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in every state, language and colour scheme, with and without JavaScript: the pictures are for people to look at. */
@Tag("pictures")
class EveryPictureIT extends RunningIntake {

    @ParameterizedTest
    @EnumSource
    void isThereToLookAt(PageState state) throws IOException {
        keepAll(state, true);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MISTAKE_WHILE_TYPING", "NEVER_SHOWN", "NOT_REACHED", "SLIP", "EMBED_DEMO"})
    void isThereToLookAtWithoutJavaScript(PageState state) throws IOException {
        keepAll(state, false);
    }

    private void keepAll(PageState state, boolean script) throws IOException {
        for (String language : new String[] {"en", "es"}) {
            Visitor visitor = Visitor.again(language, ColorScheme.LIGHT, script);
            state.show(visitor, this);
            String name = "%s-%s%s".formatted(state.shownAs(), language, script ? "" : "-plain");
            visitor.keepPictures(name, ColorScheme.LIGHT, ColorScheme.DARK);
            assertThat(visitor.overhang()).as(name).isZero();
            mendDisk();
        }
    }
}

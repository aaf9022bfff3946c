package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in every state: no barrier that axe knows, no sideways scrolling, and a screenshot for people to look at. */
class AccessibilityIT extends RunningIntake {

    /** WCAG 2.2, 1.4.12. */
    private static final String TEXT_SPACING =
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
                    + " p { margin-bottom: 2em !important; }";

    private static final Chromium CHROMIUM = Chromium.shared();

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    /** Every picture instead of every other one: for who looks at them all. */
    private static final String ALL_PICTURES = "foramen.screenshots";

    @ParameterizedTest
    @EnumSource
    void hasNoBarriersInEnglishOnALightPhone(State state) throws IOException {
        assertOpenToAll(state, "en", ColorScheme.LIGHT, PHONE);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoBarriersInSpanishOnADarkDesktopAndFitsNarrowWindowsZoomAndWideLetters(State state) throws IOException {
        Visitor visitor = assertOpenToAll(state, "es", ColorScheme.DARK, DESKTOP);
        for (int width : new int[] {320, 640}) {
            visitor.resize(width);
            assertThat(visitor.overhang()).as("at " + width).isZero();
        }
        visitor.resize(320);
        visitor.style(TEXT_SPACING);
        assertThat(visitor.overhang()).as("with wide letters").isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MISTAKE_WHILE_TYPING", "NEVER_SHOWN", "NOT_REACHED", "SLIP", "EMBED_DEMO"})
    @EnabledIfSystemProperty(named = ALL_PICTURES, matches = "all")
    void isThereToLookAtWithoutJavaScript(State state) throws IOException {
        for (String language : new String[] {"en", "es"}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                Visitor visitor = Visitor.again(CHROMIUM, language, scheme, false);
                state.show(visitor, this);
                keepScreenshots(visitor, state, language + "-plain-" + name(scheme));
            }
        }
    }

    private Visitor assertOpenToAll(State state, String language, ColorScheme scheme, int width)
            throws IOException {
        Visitor visitor = Visitor.again(CHROMIUM, language, scheme, true);
        state.show(visitor, this);
        assertThat(visitor.complaints()).isEmpty();
        keepScreenshots(visitor, state, language + "-" + name(scheme));
        visitor.resize(width);
        assertThat(visitor.barriers()).isEmpty();
        if ("all".equals(System.getProperty(ALL_PICTURES))) {
            ColorScheme other = scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other));
            keepScreenshots(visitor, state, language + "-" + name(other));
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        }
        return visitor;
    }

    /** On a phone and on a desktop. */
    private static void keepScreenshots(Visitor visitor, State state, String how) {
        for (int width : new int[] {PHONE, DESKTOP}) {
            visitor.resize(width);
            visitor.keepScreenshot("%s-%s-%d".formatted(name(state), how, width));
        }
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A page as a visitor may meet it. */
    enum State {
        CONTACT("/"),
        CONSIDERING("/considering/foraminotomy"),
        CONSIDERING_ANY("/considering"),
        MISTAKES("/considering/foraminotomy") {
            @Override
            void act(Visitor visitor) {
                visitor.page.check("input[value=phone]");
                visitor.page.check("input[name=consentToEmail]");
                visitor.page.fill("#email", "lupita@");
                visitor.send();
            }
        },
        MISTAKE_WHILE_TYPING("/") {
            @Override
            void act(Visitor visitor) {
                visitor.page.check("input[value=email]");
                visitor.page.fill("#email", "lupita@");
                visitor.page.locator("#message").focus();
                visitor.page.locator("#email-problem").waitFor();
            }
        },
        NOT_TAKEN("/") {
            @Override
            void act(Visitor visitor) throws IOException {
                breakDisk();
                visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
                visitor.send();
            }
        },
        NEVER_SHOWN("/") {
            @Override
            void act(Visitor visitor) {
                visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
                visitor.page.evaluate("document.querySelector('[name=submission]').value = 'forged'");
                visitor.send();
            }
        },
        NOT_REACHED("/") {
            @Override
            void act(Visitor visitor) {
                visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
                visitor.context.setOffline(true);
                visitor.send();
            }
        },
        SLIP("/") {
            @Override
            void act(Visitor visitor) {
                visitor.fill("Lupita", "lupita@gmial.com", "Mi pregunta");
                visitor.page.locator("#name").focus();
                visitor.page.locator("#slip").waitFor();
            }
        },
        TOLD_MORE("/considering") {
            @Override
            void act(Visitor visitor) {
                visitor.page.check("input[value=phone]");
                visitor.page.check("input[name=consentToEmail]");
                visitor.page.locator(".more summary").click();
            }
        },
        RECEIVED("/received/K7F3-92QX?by=phone&mail=no&about=foraminotomy&at=tqjm00"),
        RECEIVED_MAILED("/received/K7F3-92QX?by=email&mail=yes&at=tqjm00"),
        RECEIVED_PLAIN("/received/K7F3-92QX"),
        RECEIVED_CALL_TODAY("/received/K7F3-92QX?guidance=call-today&by=phone&mail=no&at=tqjm00"),
        LEAFLET("/handouts/general"),
        RECEIVED_EMERGENCY("/received/K7F3-92QX?guidance=emergency"),
        RECEIVED_CRISIS("/received/K7F3-92QX?guidance=crisis"),
        MISSING("/nothing-here"),
        FRAMED_FORM("/embed/considering/foraminotomy"),
        FRAMED_RECEIVED("/embed/received/K7F3-92QX"),
        EMBED_DEMO("/embed-demo.html") {
            @Override
            void act(Visitor visitor) {
                visitor.page.frameLocator("iframe").locator("form").waitFor();
            }
        };

        private final String path;

        State(String path) {
            this.path = path;
        }

        void show(Visitor visitor, RunningIntake intake) throws IOException {
            visitor.page.navigate(intake.at(path));
            act(visitor);
        }

        void act(Visitor visitor) throws IOException {}
    }
}

package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in every state: no barrier that axe knows, no sideways scrolling, and a screenshot for people to look at. */
class AccessibilityIT extends RunningIntake {

    /** WCAG 2.2, 1.4.12. */
    private static final String TEXT_SPACING =
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
                    + " p { margin-bottom: 2em !important; }";

    private static final Chromium CHROMIUM = Chromium.shared();

    @ParameterizedTest
    @EnumSource
    void hasNoBarriersInEnglishOnALightScreen(State state) throws IOException {
        assertOpenToAll(state, "en", ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoBarriersInSpanishOnADarkScreen(State state) throws IOException {
        assertOpenToAll(state, "es", ColorScheme.DARK);
    }

    @ParameterizedTest
    @EnumSource
    void fitsNarrowWindowsZoomAndWideLetters(State state) throws IOException {
        try (Visitor visitor = new Visitor(CHROMIUM, Visitor.speaking("es").setBypassCSP(true))) {
            state.show(visitor, this);
            for (int width : new int[] {320, 640}) {
                visitor.resize(width);
                assertThat(visitor.overhang()).as("at " + width).isZero();
            }
            visitor.page.addStyleTag(new com.microsoft.playwright.Page.AddStyleTagOptions().setContent(TEXT_SPACING));
            visitor.resize(320);
            assertThat(visitor.overhang()).as("with wide letters").isZero();
        }
    }

    private void assertOpenToAll(State state, String language, ColorScheme scheme) throws IOException {
        try (Visitor visitor = new Visitor(CHROMIUM, Visitor.speaking(language).setColorScheme(scheme))) {
            state.show(visitor, this);
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.barriers()).isEmpty();
            visitor.keepScreenshot(state.name().toLowerCase() + "-" + language + "-phone");
            visitor.resize(1280);
            assertThat(visitor.barriers()).isEmpty();
            visitor.keepScreenshot(state.name().toLowerCase() + "-" + language + "-desktop");
        }
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

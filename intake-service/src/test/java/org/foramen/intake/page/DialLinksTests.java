package org.foramen.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialLinksTests {

    private final DialLinks dial =
            new DialLinks(ClinicContent.load(Path.of("../content")).clinic());

    @ParameterizedTest
    @CsvSource({
        "Call 911., tel:911",
        "(988), tel:988",
        "marque 711 primero, tel:711",
        "Call 310-423-9716., tel:+13104239716"
    })
    void aNumberOfATextIsOneToTap(String text, String link) {
        assertThat(dial.in(text)).containsOnlyOnce("<a class=\"dial\" href=\"" + link + "\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1911", "911-5", "9110", "3.911", "911.5", "+988", "1-310-423-9716", "310-423-97160", "a911"})
    void aPartOfAnotherNumberIsNone(String text) {
        assertThat(dial.in(text)).isEqualTo(text);
    }

    @Test
    void aTextStaysAText() {
        assertThat(dial.in("<b>911</b>")).isEqualTo("&lt;b&gt;<a class=\"dial\" href=\"tel:911\">911</a>&lt;/b&gt;");
    }

    @Test
    void linksAndDrawingsOfAHandoutStayAsTheyAre() {
        String html =
                "<p id=\"911\"><a href=\"x\">Call 911</a> or 988</p><svg><title>911</title><text>988</text></svg>";

        assertThat(dial.inHtml(html))
                .isEqualTo("<p id=\"911\"><a href=\"x\">Call 911</a> or <a class=\"dial\" href=\"tel:988\">988</a></p>"
                        + "<svg><title>911</title><text>988</text></svg>");
    }
}

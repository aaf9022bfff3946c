package org.foramen.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTests {

    private static final Languages LANGUAGES = new Languages(ClinicContent.load(Path.of("../content")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "es",
                "ES",
                "spa",
                "es-MX",
                "es_419",
                "es.",
                "es,",
                "es)",
                "es%20",
                "%20es",
                "es%2E",
                "%E2%80%8Bes%E2%80%8B",
                "es/",
                "%22es%22",
                "es-",
                "es&lang=en",
                "es%0A"
            })
    void aLanguageIsReadWithWhatStandsBehindALinkInAText(String typed) {
        assertThat(languageOf("lang=" + typed)).isEqualTo("es");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%", "%zz", "-", "xx", "e%CC%81s", "%00", "zh-Hant-TW", "i-klingon", "x-es", "esperanto"})
    void whatIsNoLanguageOfTheClinicIsTheBrowsers(String typed) {
        assertThat(languageOf("lang=" + typed)).isEqualTo("en");
    }

    private String languageOf(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setQueryString(query);
        return LANGUAGES.resolveLocale(request).toLanguageTag();
    }
}

package org.foramen.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.wording.Wording;
import org.foramen.intake.settings.IntakeSettings;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

class FailurePageTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private final IntakeSettings settings = Settings.intake(Path.of("target"), "content", "../content");
    private final FailurePage failure = new FailurePage(
            new Pages(CONTENT, new PageStyles(CONTENT), new PageFiles(CONTENT, settings), settings),
            new Languages(CONTENT));

    @ParameterizedTest
    @CsvSource({
        "404, We do not have this page",
        "413, We could not read this",
        "415, We did not get your question",
        "429, Something went wrong",
        "500, Something went wrong"
    })
    void eachFailureHasItsTitle(int status, String title) {
        assertThat(said(status, "en", ".title")).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"en, nothing was taken", "es, no recibimos nada"})
    void aFormInAnotherEncodingIsToldWhatToChangeAndThatNothingWasTaken(String language, String taken) {
        assertThat(said(415, language, ".lead")).contains(taken, "application/x-www-form-urlencoded");
    }

    private String said(int status, String language, String part) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/error");
        request.setQueryString("lang=" + language);
        ModelAndView page = failure.resolveErrorView(request, HttpStatus.valueOf(status), Map.of());
        assertThat(page.getStatus()).isEqualTo(HttpStatus.valueOf(status));
        return ((Wording) page.getModel().get("words")).page(page.getModel().get("trouble") + part);
    }
}

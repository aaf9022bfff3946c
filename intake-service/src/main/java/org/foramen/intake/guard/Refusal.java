package org.foramen.intake.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foramen.content.ClinicContent;
import org.foramen.intake.page.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns a request away before it is read: with a problem at the API, with a page elsewhere. */
@Component
class Refusal {

    private final Languages languages;
    private final ClinicContent content;
    private final JsonMapper json;

    Refusal(Languages languages, ClinicContent content, JsonMapper json) {
        this.languages = languages;
        this.content = content;
        this.json = json;
    }

    /** @param problem names the sentence for API clients */
    void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String problem)
            throws IOException {
        if (!request.getServletPath().startsWith("/api/")) {
            response.sendError(status.value());
            return;
        }
        String language = languages.resolveLocale(request).toLanguageTag();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                ProblemDetail.forStatusAndDetail(
                        status, content.wordingIn(language).problem(problem)));
    }
}

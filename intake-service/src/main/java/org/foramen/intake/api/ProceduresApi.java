package org.foramen.intake.api;

import java.util.List;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The procedures that there are handouts of; {@code ?lang=} chooses the language. */
@RestController
class ProceduresApi {

    private final ClinicContent content;

    ProceduresApi(ClinicContent content) {
        this.content = content;
    }

    @GetMapping("/api/procedures")
    List<Procedure> procedures(Locale locale) {
        return content.library().procedures().stream()
                .flatMap(id -> content.library().find(id, locale.toLanguageTag()).stream())
                .map(Procedure::of)
                .toList();
    }

    /** One procedure in the visitor's language. */
    record Procedure(String id, String title, String language, String summary) {

        static Procedure of(EducationSummary summary) {
            return new Procedure(
                    summary.id(),
                    summary.title(),
                    summary.language(),
                    summary.about().summary());
        }
    }
}

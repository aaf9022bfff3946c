package org.foramen.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.ReadableHandouts;
import org.foramen.content.handout.EducationSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The procedures that there are handouts of; {@code ?lang=} chooses the language. */
@RestController
class ProceduresApi {

    private final ClinicContent content;
    private final ReadableHandouts readable;

    ProceduresApi(ClinicContent content, ReadableHandouts readable) {
        this.content = content;
        this.readable = readable;
    }

    @GetMapping("/api/procedures")
    List<Procedure> procedures(Locale locale) {
        return content.library().procedures().stream()
                .flatMap(id -> content.library().find(id, locale.toLanguageTag()).stream())
                .map(handout -> Procedure.of(handout, readable.has(handout)))
                .toList();
    }

    /**
     * One procedure in the visitor's language.
     *
     * @param summary a sentence of its handout; not there while nobody may read that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Procedure(String id, String title, String language, @Nullable String summary) {

        static Procedure of(EducationSummary handout, boolean readable) {
            return new Procedure(
                    handout.id(),
                    handout.title(),
                    handout.language(),
                    readable ? handout.about().summary() : null);
        }
    }
}

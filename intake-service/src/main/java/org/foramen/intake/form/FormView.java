package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foramen.content.ClinicContent;
import org.foramen.content.ReadableHandouts;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.content.wording.Wording;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.Pages;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.ProofOfWork;
import org.foramen.intake.token.SubmissionTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Shows a form as it is filled in, with the token that it must come back with. */
@Component
class FormView {

    private final ClinicContent content;
    private final ReadableHandouts readable;
    private final Pages pages;
    private final SubmissionTokens tokens;
    private final ProofOfWork proofs;
    private final JsonMapper json;

    FormView(
            ClinicContent content,
            ReadableHandouts readable,
            Pages pages,
            SubmissionTokens tokens,
            ProofOfWork proofs,
            JsonMapper json) {
        this.content = content;
        this.readable = readable;
        this.pages = pages;
        this.tokens = tokens;
        this.proofs = proofs;
        this.json = json;
    }

    ModelAndView show(FilledForm filled, HttpServletRequest request, Locale locale) {
        String language = locale.toLanguageTag();
        Wording words = content.wordingIn(language);
        EducationSummary considered = considered(filled, language);
        PageAddress address = PageAddress.of(request, path(filled, considered));
        FilledForm form = filled.submission().isEmpty() ? filled.carrying(tokens.issue(scope(filled))) : filled;
        ModelAndView page = pages.page("form", address, locale)
                .addObject("form", form)
                .addObject("challenge", challenge(form.submission()))
                .addObject("considered", considered)
                .addObject("about", about(form, considered, words))
                .addObject("wrong", wrong(form, words))
                .addObject("readable", considered != null && readable.has(considered))
                .addObject("procedures", procedures(language))
                .addObject(
                        "leaflets",
                        procedures(language).stream().filter(readable::has).toList());
        if (considered != null && readable.has(considered) && form.fresh() && !address.framed()) {
            page.addObject("handout", Handout.of(considered));
        }
        return page;
    }

    private @Nullable String challenge(String token) {
        ProofOfWork.Challenge challenge = proofs.challenge(token);
        return challenge == null ? null : json.writeValueAsString(challenge);
    }

    /** The form about a procedure is a form of its own as far as the library has that procedure. */
    private FormScope scope(FilledForm filled) {
        String procedure = filled.typed().procedure();
        boolean known =
                filled.considering() && procedure != null && content.library().has(procedure);
        return FormScope.of(filled.typed().kind(), known ? procedure : null);
    }

    private @Nullable EducationSummary considered(FilledForm filled, String language) {
        return Optional.ofNullable(filled.typed().procedure())
                .filter(procedure -> filled.considering())
                .flatMap(procedure -> content.library().find(procedure, language))
                .orElse(null);
    }

    private static String about(FilledForm filled, @Nullable EducationSummary considered, Wording words) {
        if (considered != null) {
            return considered.title();
        }
        return words.page(filled.considering() ? "considering.any.title" : "contact.title");
    }

    private static @Nullable String wrong(FilledForm filled, Wording words) {
        if (filled.fresh()) {
            return null;
        }
        return words.page(filled.trouble() == null ? "problems.title" : filled.trouble() + ".title");
    }

    private List<EducationSummary> procedures(String language) {
        return content.library().procedures().stream()
                .flatMap(id -> content.library().find(id, language).stream())
                .toList();
    }

    private static String path(FilledForm filled, @Nullable EducationSummary considered) {
        if (considered != null) {
            return "/considering/" + considered.id();
        }
        return filled.considering() ? "/considering" : "/";
    }

    /**
     * A handout on a page, in two parts, so that the way to the form can stand between them.
     *
     * @param heading its {@code h1}, with which every handout begins
     * @param text all that follows
     */
    record Handout(String heading, String text) {

        private static final String HEADING_END = "</h1>";

        static Handout of(EducationSummary summary) {
            String html = summary.html(Medium.PAGE);
            int end = html.indexOf(HEADING_END) + HEADING_END.length();
            return new Handout(html.substring(0, end), html.substring(end));
        }
    }
}

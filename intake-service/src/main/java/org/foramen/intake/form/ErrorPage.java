package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a browser shows when there is no such page, or when we made a mistake. */
@Component
class ErrorPage implements ErrorViewResolver {

    private final ClinicContent content;
    private final Languages languages;

    ErrorPage(ClinicContent content, Languages languages) {
        this.content = content;
        this.languages = languages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Locale locale = languages.resolveLocale(request);
        String language = content.clinic().nearestLanguage(locale.toLanguageTag());
        return new ModelAndView("failed", Map.of(), status)
                .addObject("language", language)
                .addObject("clinic", content.clinic())
                .addObject("words", content.wordingIn(language))
                .addObject("missing", status.is4xxClientError());
    }
}

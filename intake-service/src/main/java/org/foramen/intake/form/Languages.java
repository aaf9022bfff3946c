package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Finds a visitor's language: {@code ?lang}, then the browser's {@code Accept-Language}, then the clinic's first. */
@Component("localeResolver")
class Languages extends AcceptHeaderLocaleResolver {

    private final List<String> offered;

    Languages(ClinicContent content) {
        this.offered = content.clinic().languages();
        setSupportedLocales(offered.stream().map(Locale::forLanguageTag).toList());
        setDefaultLocale(Locale.forLanguageTag(content.clinic().defaultLanguage()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String wanted = request.getParameter("lang");
        return wanted != null && offered.contains(wanted)
                ? Locale.forLanguageTag(wanted)
                : super.resolveLocale(request);
    }
}

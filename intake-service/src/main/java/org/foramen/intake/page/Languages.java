package org.foramen.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds a visitor's language: {@code ?lang}, then the browser's {@code Accept-Language}, then the clinic's first. */
@Component("localeResolver")
public class Languages extends AcceptHeaderLocaleResolver {

    Languages(ClinicContent content) {
        setSupportedLocales(content.clinic().languages().stream()
                .map(Locale::forLanguageTag)
                .toList());
        setDefaultLocale(Locale.forLanguageTag(content.clinic().defaultLanguage()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = query == null ? null : wantedIn(query);
        if (wanted == null) {
            return super.resolveLocale(request);
        }
        Locale chosen = lookUp(wanted.replace('_', '-'));
        return chosen == null ? super.resolveLocale(request) : chosen;
    }

    /** By RFC 4647: capitals mean nothing, and a language serves for its countries. */
    private @Nullable Locale lookUp(String tag) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(tag), getSupportedLocales());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String wantedIn(String query) {
        return UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("lang");
    }
}

package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds a visitor's language: {@code ?lang}, then the browser's {@code Accept-Language}, then the clinic's first. */
@Component("localeResolver")
public class Languages extends AcceptHeaderLocaleResolver {

    private final List<String> offered;

    Languages(ClinicContent content) {
        this.offered = content.clinic().languages();
        setSupportedLocales(offered.stream().map(Locale::forLanguageTag).toList());
        setDefaultLocale(Locale.forLanguageTag(content.clinic().defaultLanguage()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = query == null ? null : wantedIn(query);
        if (wanted == null) {
            return super.resolveLocale(request);
        }
        String base = wanted.split("[-_]", 2)[0];
        return Stream.of(wanted, base)
                .filter(offered::contains)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> super.resolveLocale(request));
    }

    private static @Nullable String wantedIn(String query) {
        return UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("lang");
    }
}

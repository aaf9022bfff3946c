package org.foramen.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds a visitor's language: {@code ?lang}, then the browser's {@code Accept-Language}, then the clinic's first. */
@Component("localeResolver")
public class Languages extends AcceptHeaderLocaleResolver {

    private final ClinicProfile clinic;

    Languages(ClinicContent content) {
        this.clinic = content.clinic();
        setSupportedLocales(
                clinic.languages().stream().map(Locale::forLanguageTag).toList());
        setDefaultLocale(Locale.forLanguageTag(clinic.defaultLanguage()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = query == null ? null : wantedIn(query);
        if (wanted == null) {
            return super.resolveLocale(request);
        }
        return clinic.spoken(wanted).map(Locale::forLanguageTag).orElseGet(() -> super.resolveLocale(request));
    }

    private static @Nullable String wantedIn(String query) {
        return UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("lang");
    }
}

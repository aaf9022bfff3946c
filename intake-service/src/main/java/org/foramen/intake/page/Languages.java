package org.foramen.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds a visitor's language: {@code ?lang}, then the browser's {@code Accept-Language}, then the clinic's first. */
@Component("localeResolver")
public class Languages extends AcceptHeaderLocaleResolver {

    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*");

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

    /** Without what stands around it, such as the full stop after a link in a text. */
    private static @Nullable String wantedIn(String query) {
        String lang = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("lang");
        Matcher tag = TAG.matcher(lang == null ? "" : ESCAPED.matcher(lang).replaceAll(" "));
        return tag.find() ? tag.group() : null;
    }
}

package org.foramen.intake.validation;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** A language as BCP 47 names it; capitals mean nothing there, and the underscore of POSIX is taken for its hyphen. */
final class LanguageTag {

    private static final int LONGEST = 35; // RFC 5646, 4.4.1

    /** Who speaks another language than those of the form. */
    private static final String UNDETERMINED = "und";

    private LanguageTag() {}

    /** The tag in its usual capitals, such as {@code es-MX}; empty when this is none. */
    static Optional<String> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            boolean none =
                    locale.getLanguage().isEmpty() && !locale.toLanguageTag().equals(UNDETERMINED);
            return none ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}

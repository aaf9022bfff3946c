package org.foramen.notifier.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foramen.contract.Level;
import org.jspecify.annotations.Nullable;

/** Codes, and words where FHIR has no code. */
final class Codes {

    private static final String OURS = "urn:foramen:codes";
    private static final String LANGUAGES = "urn:ietf:bcp:47";

    /** Those of FHIR's "common languages"; HAPI's validator, and so many a server, takes another code for a mistake. */
    private static final Set<String> COMMON = Set.of(
            "ar", "bn", "cs", "da", "de", "el", "en", "es", "fi", "fr", "fy", "hi", "hr", "it", "ja", "ko", "nl", "no",
            "pa", "pl", "pt", "ru", "sr", "sv", "te", "zh");

    private static final String UNDETERMINED = "und";

    private Codes() {}

    /** One of docs/fhir/codes.json. */
    static Element ours(String code) {
        return coding(OURS, code);
    }

    static Element coding(String system, String code) {
        return new Element().with("system", system).with("code", code);
    }

    static Element concept(Element coding, @Nullable String words) {
        return new Element().with("coding", List.of(coding)).with("text", words);
    }

    static Element words(@Nullable String words) {
        return new Element().with("text", words);
    }

    /** What somebody speaks, its country only in words; empty where they did not name it. */
    static Element spoken(String tag) {
        if (tag.equals(UNDETERMINED)) {
            return new Element();
        }
        String language = language(tag);
        return language == null ? words(tag) : concept(coding(LANGUAGES, language), tag);
    }

    /** For a resource's own {@code language}; null where it is no common one. */
    static @Nullable String language(@Nullable String tag) {
        String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return COMMON.contains(language) ? language : null;
    }

    static String priority(Level level) {
        return switch (level) {
            case EMERGENCY, CRISIS -> "stat";
            case CALL_TODAY -> "urgent";
            case USUAL -> "routine";
        };
    }
}

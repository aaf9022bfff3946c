package org.foramen.notifier.fhir;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One element of FHIR's JSON. What is empty is left out and texts hold only what FHIR lets a text hold. */
final class Element {

    /** Control characters other than tabs and ends of lines, and halves of a character. */
    private static final Pattern NOT_ALLOWED = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

    /** What turns the text behind it, and is taken for an attack (CVE-2021-42574). */
    private static final Pattern TURNS = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private final Map<String, Object> parts = new LinkedHashMap<>();

    static Element resource(Identity identity) {
        return new Element().with("resourceType", identity.type());
    }

    /** Adds a part; null, a blank text, an empty list and an empty element are none. */
    Element with(String name, @Nullable Object value) {
        Object fitting = value instanceof String text ? fitting(text) : value;
        if (fitting != null && !isEmpty(fitting)) {
            parts.put(name, fitting);
        }
        return this;
    }

    private static String fitting(String text) {
        String allowed = NOT_ALLOWED.matcher(text).replaceAll("\uFFFD");
        return AROUND.matcher(TURNS.matcher(allowed).replaceAll("")).replaceAll("");
    }

    private static boolean isEmpty(Object value) {
        return value.equals("")
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Element element && element.parts.isEmpty();
    }

    @JsonValue
    Map<String, Object> parts() {
        return parts;
    }

    @Override
    public String toString() {
        return "Element[not shown]";
    }
}

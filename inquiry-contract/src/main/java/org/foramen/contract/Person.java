package org.foramen.contract;

import static java.util.Objects.requireNonNull;

import java.text.Bidi;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, and how to reach them. Its {@code toString} shows nothing.
 *
 * @param email null when the person wants a call and gave none
 * @param phone in E.164, such as {@code +13104239716}, perhaps with {@code ;ext=12} behind it; null when none was given
 * @param preferredLanguage a BCP 47 tag, such as {@code es}
 */
public record Person(
        String name,
        @Nullable String email,
        @Nullable String phone,
        ContactChannel preferredContact,
        String preferredLanguage) {

    private static final Pattern AMERICAN = Pattern.compile("^\\+1(\\d{3})(\\d{3})(\\d{4})(?!\\d)");
    private static final String EXTENSION = ";ext=";

    /** Unicode's marks, embeddings, overrides and isolates of direction. */
    private static final Pattern TURNS = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    public Person {
        requireNonNull(name);
        requireNonNull(preferredContact);
        requireNonNull(preferredLanguage);
    }

    /**
     * The name as it stands in a sentence: nothing in it turns what stands behind, and one that is written from the right is
     * kept apart (UAX 9's isolates), for else the number after it would be read as part of it.
     */
    public String nameToRead() {
        String plain = TURNS.matcher(name).replaceAll("");
        return Bidi.requiresBidi(plain.toCharArray(), 0, plain.length()) ? "\u2068" + plain + "\u2069" : plain;
    }

    /** The number as people read it to each other, such as {@code 310-423-9716 ext. 12}; others than American as they came. */
    public @Nullable String phoneToRead() {
        return phone == null
                ? null
                : AMERICAN.matcher(phone).replaceFirst("$1-$2-$3").replace(EXTENSION, " ext. ");
    }

    /** What a link to the number dials; a comma is the pause before an extension. */
    public @Nullable String phoneLink() {
        return phone == null ? null : "tel:" + phone.replace(EXTENSION, ",");
    }

    @Override
    public String toString() {
        return "Person[not shown]";
    }
}

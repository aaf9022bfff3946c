package org.foramen.intake.abuse;

import java.util.Objects;
import java.util.regex.Pattern;
import org.foramen.intake.reception.InquiryRequest;
import org.jspecify.annotations.Nullable;

/** Tells advertising by its links. A patient may name one or two pages; a name is never one. */
final class Links {

    private static final int MANY = 3;

    /** Found by the sign that each of them has, and most letters have not; what stands before it is looked at then. */
    private static final Pattern LINK =
            Pattern.compile("(?i)(?=[:.\\[<])(?::(?<=\\bhttps?:)//|\\.(?<=\\bwww\\.)|\\[url\\b|<a\\s)");

    private Links() {}

    static boolean areMany(InquiryRequest typed) {
        return count(typed.message()) >= MANY || count(typed.name()) > 0;
    }

    private static long count(@Nullable String text) {
        return LINK.matcher(Objects.requireNonNullElse(text, ""))
                .results()
                .limit(MANY)
                .count();
    }
}

package org.foramen.intake.admission;

import java.util.regex.Pattern;
import org.foramen.intake.validation.InquiryRequest;
import org.jspecify.annotations.Nullable;

/** Tells advertising by its links. A patient may name one or two pages; a name is never one. */
final class Links {

    private static final int MANY = 3;

    /** Letters of other scripts may stand right beside one. */
    private static final Pattern LINK =
            Pattern.compile("(?i)(?<![a-z0-9_])(?:https?://|www\\.)|\\[url(?![a-z0-9_])|<a\\s");

    private Links() {}

    static boolean areMany(InquiryRequest typed) {
        return hasLinks(typed.message(), MANY) || hasLinks(typed.name(), 1);
    }

    private static boolean hasLinks(@Nullable String text, int count) {
        return text != null && LINK.matcher(text).results().limit(count).count() == count;
    }
}

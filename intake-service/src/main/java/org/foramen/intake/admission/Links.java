package org.foramen.intake.admission;

import org.foramen.intake.reception.InquiryRequest;
import org.jspecify.annotations.Nullable;

/** Tells advertising by its links. A patient may name one or two pages; a name is never one. */
final class Links {

    private static final int MANY = 3;
    private static final String WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    private Links() {}

    static boolean areMany(InquiryRequest typed) {
        return count(typed.message()) >= MANY || count(typed.name()) > 0;
    }

    private static int count(@Nullable String text) {
        int links = 0;
        for (int at = 0; text != null && at < text.length() && links < MANY; at++) {
            if (isLink(text, at)) {
                links++;
            }
        }
        return links;
    }

    /** Told by the sign that each kind has, and most letters are none of: {@code http://}, {@code www.}, {@code [url}, {@code <a }. */
    private static boolean isLink(String text, int at) {
        return switch (text.charAt(at)) {
            case ':' -> text.startsWith("//", at + 1) && (ends("http", text, at) || ends("https", text, at));
            case '.' -> ends("www", text, at);
            case '[' -> text.regionMatches(true, at + 1, "url", 0, 3) && !isWord(text, at + 4);
            case '<' ->
                text.regionMatches(true, at + 1, "a", 0, 1)
                        && at + 2 < text.length()
                        && Character.isWhitespace(text.charAt(at + 2));
            default -> false;
        };
    }

    private static boolean ends(String word, String text, int at) {
        int begin = at - word.length();
        return text.regionMatches(true, begin, word, 0, word.length()) && !isWord(text, begin - 1);
    }

    /** Letters of other scripts may stand right beside a link. */
    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && WORD.indexOf(text.charAt(at)) >= 0;
    }
}

package org.foramen.intake.validation;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, without what nobody sees: phones, web pages and word processors put such characters into what is pasted
 * from them.
 */
final class TypedText {

    /** Marks and overrides of direction, zero-width spaces, soft hyphens, tags: in one line they are never meant. */
    private static final Pattern NEVER_MEANT = Pattern.compile("[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F"
            + "\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E007F}]");

    /** Letters that show nothing by themselves: fillers of Hangul, the empty Braille cell, selectors of variants. */
    private static final Pattern EMPTY =
            Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u2800"
                    + "\\u3164\\uFFA0\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    private TypedText() {}

    /** A field of one line; empty when there is nothing in it that can be seen. */
    static String oneLine(@Nullable String typed) {
        return typed == null ? "" : trim(NEVER_MEANT.matcher(typed).replaceAll(""));
    }

    /** A text of several lines, without control characters but for line breaks and tabs. */
    static String lines(@Nullable String typed) {
        String text = typed == null ? "" : trim(typed).replace("\r\n", "\n").replace('\r', '\n');
        return keep(text, letter -> !Character.isISOControl(letter) || letter == '\n' || letter == '\t');
    }

    private static String trim(String typed) {
        int[] letters = typed.codePoints().toArray();
        int begin = 0;
        int end = letters.length;
        while (begin < end && isUnseen(letters[begin])) {
            begin++;
        }
        while (end > begin && isUnseen(letters[end - 1])) {
            end--;
        }
        return new String(letters, begin, end - begin);
    }

    private static boolean isUnseen(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT
                || EMPTY.matcher(Character.toString(letter)).matches();
    }

    private static String keep(String text, IntPredicate wanted) {
        return text.codePoints()
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

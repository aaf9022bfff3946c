package org.foramen.intake.validation;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, without what nobody sees: phones, web pages and word processors put such characters into what is pasted
 * from them.
 */
final class TypedText {

    /**
     * Marks and overrides of direction, zero-width spaces, soft hyphens, tags, and what a phone leaves that took dictation (an object
     * that is not there): in one line they are never meant.
     */
    private static final Pattern NEVER_MEANT = Pattern.compile("[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F"
            + "\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFC\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E007F}]");

    /** What shows nothing by itself: fillers of Hangul, the empty Braille cell, selectors of variants, what is no letter and never will be. */
    private static final Pattern EMPTY = Pattern.compile(
            "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u2800"
                    + "\\u3164\\uFFA0\\uFE00-\\uFE0F\\uFDD0-\\uFDEF\\uFFF0-\\uFFF8\\uFFFC\\uFFFE\\uFFFF\\x{E0080}-\\x{E0FFF}]");

    /** None of these comes before it in Unicode, so that plain letters are held against neither. */
    private static final int SOFT_HYPHEN = 0xAD;

    /** What is pasted from two cells of a table has one between. */
    private static final Pattern TABS = Pattern.compile(" *\\t[ \\t]*");

    /** A note's head that is printed as nothing. */
    private static final int NULL_NOTEHEAD = 0x1D159;

    /** White space by Unicode, and not by Java. */
    private static final int NEXT_LINE = 0x85;

    private TypedText() {}

    /** A field of one line; empty when there is nothing in it that can be seen. */
    static String oneLine(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = keep(typed, letter -> !isHalf(letter) && !isOneOf(NEVER_MEANT, letter));
        return seen(TABS.matcher(trim(text)).replaceAll(" "));
    }

    /** A text of several lines, without control characters but for line breaks and tabs; empty as above. */
    static String lines(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n');
        return seen(trim(keep(
                text,
                letter -> !isHalf(letter) && (!Character.isISOControl(letter) || letter == '\n' || letter == '\t'))));
    }

    /** One of the two halves of a letter, which no other program takes. */
    private static boolean isHalf(int letter) {
        return Character.getType(letter) == Character.SURROGATE;
    }

    /** Accents are seen on a letter only. */
    private static String seen(String text) {
        return text.codePoints().allMatch(letter -> isUnseen(letter) || isNoLetter(letter)) ? "" : text;
    }

    private static boolean isNoLetter(int letter) {
        return letter == NULL_NOTEHEAD
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.CONTROL,
                            Character.PRIVATE_USE -> true;
                    default -> false;
                };
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
                || letter == NEXT_LINE
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT
                || isOneOf(EMPTY, letter);
    }

    private static boolean isOneOf(Pattern rare, int letter) {
        return letter >= SOFT_HYPHEN && rare.matcher(Character.toString(letter)).matches();
    }

    private static String keep(String text, IntPredicate wanted) {
        return text.codePoints()
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

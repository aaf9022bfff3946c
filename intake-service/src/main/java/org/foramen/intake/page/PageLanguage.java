package org.foramen.intake.page;

import java.util.Locale;

/**
 * A language that pages are offered in.
 *
 * @param tag its BCP 47 tag, such as {@code es}
 * @param name as its readers write it, such as {@code Español}
 * @param direction {@code ltr} or {@code rtl}
 */
record PageLanguage(String tag, String name, String direction) {

    static PageLanguage of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayName(locale);
        int first = name.codePointAt(0);
        String title = new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(name, Character.charCount(first), name.length())
                .toString();
        return new PageLanguage(tag, title, isRightToLeft(first) ? "rtl" : "ltr");
    }

    private static boolean isRightToLeft(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}

package org.foramen.content.language.text;

import java.util.regex.Pattern;

/** Letters as they sound in Spanish, where people who type fast mix them up: silent h, b and v, s and z and soft c, ll and y. */
public final class SoundSpelling {

    private static final Pattern SOFT_C = Pattern.compile("c(?=[ei])|z");

    private static final Pattern HARD_C = Pattern.compile("qu(?=[ei])|c(?!h)|q");

    private static final Pattern SOFT_G = Pattern.compile("g(?=[ei])");

    private static final Pattern SILENT_H = Pattern.compile("(?<!c)h");

    private static final Pattern DOUBLED = Pattern.compile("([b-df-hj-np-tv-z])\\1+");

    private SoundSpelling() {}

    /** The same for all words, and beginnings of words, that sound the same. */
    public static String of(String word) {
        String plain = word.replace("ll", "y").replace('v', 'b');
        plain = HARD_C.matcher(SOFT_C.matcher(plain).replaceAll("s")).replaceAll("k");
        plain = SILENT_H.matcher(SOFT_G.matcher(plain).replaceAll("j")).replaceAll("");
        return DOUBLED.matcher(plain).replaceAll("$1");
    }
}

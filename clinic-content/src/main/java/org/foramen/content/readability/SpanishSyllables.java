package org.foramen.content.readability;

import java.util.Locale;

/** Counts the syllables of Spanish words by their vowels: two strong ones, or an accent on a weak one, part. */
final class SpanishSyllables {

    private static final String VOWELS = "aeiouáéíóúü";
    private static final String STRONG = "aeoáéó";
    private static final String ACCENTED_WEAK = "íú";

    private SpanishSyllables() {}

    static int of(String word) {
        int syllables = 0;
        for (String part : word.split("-")) {
            syllables += ofPart(part);
        }
        return word.chars().anyMatch(Character::isDigit) ? 1 : syllables;
    }

    private static int ofPart(String part) {
        String letters = part.toLowerCase(Locale.ROOT)
                .replace("qu", "q")
                .replaceAll("gu([eiéí])", "g$1")
                .replaceAll("y$", "i");
        int syllables = 0;
        for (int index = 0; index < letters.length(); index++) {
            char letter = letters.charAt(index);
            if (!isIn(VOWELS, letter)) {
                continue;
            }
            char before = index == 0 ? ' ' : letters.charAt(index - 1);
            boolean starts = !isIn(VOWELS, before)
                    || isIn(STRONG, before) && isIn(STRONG, letter)
                    || isIn(ACCENTED_WEAK, before)
                    || isIn(ACCENTED_WEAK, letter);
            if (starts) {
                syllables++;
            }
        }
        return Math.max(1, syllables);
    }

    private static boolean isIn(String letters, char letter) {
        return letters.indexOf(letter) >= 0;
    }
}

package org.foramen.content.phrases;

import java.util.regex.Pattern;

/** A long word together with its likely misspellings: one slip in a short word, two from ten letters on. */
final class CloseSpelling {

    private static final int LONG = 10;

    private static final int SHORTEST = 6;

    private static final Pattern RARE_LETTER = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

    private static final int PLURAL = Words.letters("ies");

    private final int term;

    private final String word;

    private final int letters;

    private final int slips;

    CloseSpelling(int term, String word) {
        this.term = term;
        this.word = word;
        this.letters = Words.letters(word);
        this.slips = word.length() >= LONG ? 2 : word.length() >= SHORTEST ? 1 : 0;
    }

    int term() {
        return term;
    }

    /** Whether speech-to-text may have cut this word into several. */
    boolean mayBeCut() {
        return slips == 2;
    }

    /** The fewest letters that a misspelling has. */
    int shortest() {
        return word.length() - slips - 2;
    }

    /** The most letters that a misspelling has. */
    int longest() {
        return word.length() + slips + 2;
    }

    /**
     * Asks for the right first letter: people rarely get that wrong, and it keeps other words out.
     * @param set the letters of these words, see {@link Words#letters}
     */
    boolean matches(Words words, int first, int last, int set) {
        int length = words.end(last) - words.begin(first);
        return length >= shortest()
                && length <= longest()
                && mayMatch(set)
                && matches(oneCharEach(words.joined(first, last)));
    }

    /** Each slip misses one letter and adds one, and a plural misses the y and adds its ending. */
    private boolean mayMatch(int set) {
        return Integer.bitCount(letters & ~set) <= slips + 1 && Integer.bitCount(set & ~letters & ~PLURAL) <= slips;
    }

    private static String oneCharEach(String letters) {
        boolean isSo = letters.codePointCount(0, letters.length()) == letters.length();
        return isSo ? letters : RARE_LETTER.matcher(letters).replaceAll("?");
    }

    private boolean matches(String typed) {
        return Slips.within(slips, typed, word) || typed.endsWith("s") && Slips.within(slips, singular(typed), word);
    }

    /** Of a word that ends in s. */
    private static String singular(String word) {
        return word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : word.substring(0, word.length() - 1);
    }
}

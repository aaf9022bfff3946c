package org.foramen.content.phrases;

/** A long word together with its likely misspellings: one slip in a short word, two from ten letters on. */
final class CloseSpelling {

    private static final int LONG = 10;

    private static final int SHORTEST = 6;

    private static final int PLURAL = LetterSet.of("ies");

    private final int term;

    private final String word;

    private final int letters;

    private final int slips;

    private final int shortest;

    private final int longest;

    CloseSpelling(int term, String word) {
        this.term = term;
        this.word = word;
        this.letters = LetterSet.of(word);
        this.slips = word.length() >= LONG ? 2 : word.length() >= SHORTEST ? 1 : 0;
        this.shortest = word.length() - slips;
        this.longest = word.length() + slips + 2;
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
        return shortest;
    }

    /** The most letters that a misspelling has. */
    int longest() {
        return longest;
    }

    /**
     * Whether there are few enough other letters in it: a slip adds one, a plural its ending.
     * @param set the {@link LetterSet} of what is typed
     */
    boolean allows(int set) {
        return Integer.bitCount(set & ~letters & ~PLURAL) <= slips;
    }

    /** Whether so many letters, and these, may be it: a slip misses or adds one, and a plural misses the y. */
    boolean mayBe(int length, int set, boolean maybePlural) {
        return length >= shortest
                && length <= longest
                && Integer.bitCount(letters & ~set) <= (maybePlural ? slips + 1 : slips)
                && Integer.bitCount(set & ~letters & (maybePlural ? ~PLURAL : ~0)) <= slips;
    }

    /** For a word with the right first letter: people rarely get that wrong, and asking for it keeps other words out. */
    boolean matches(String typed) {
        return Slips.within(slips, typed, word) || typed.endsWith("s") && Slips.within(slips, singular(typed), word);
    }

    /** Of a word that ends in s. */
    private static String singular(String word) {
        return word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : word.substring(0, word.length() - 1);
    }
}

package org.foramen.content.phrases;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** A long word together with its likely misspellings: one slip in a short word, two from ten letters on. */
final class CloseSpelling {

    private static final int LONG = 10;

    private static final int SHORTEST = 6;

    private final int term;

    private final String word;

    private final int letters;

    private final int slips;

    private final CharacterRunAutomaton spellings;

    CloseSpelling(int term, String word) {
        this.term = term;
        this.word = word;
        this.letters = letters(word);
        this.slips = word.length() >= LONG ? 2 : word.length() >= SHORTEST ? 1 : 0;
        this.spellings = new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(this.slips));
    }

    int term() {
        return term;
    }

    /** Whether speech-to-text may have cut this word into several. */
    boolean mayBeCut() {
        return slips == 2;
    }

    /** The most letters that a misspelling has. */
    int longest() {
        return word.length() + slips + 2;
    }

    /**
     * For a word with the right first letter: people rarely get that wrong, and asking for it keeps other words out.
     *
     * @param lettersTyped what {@link #letters} tells of it
     */
    boolean matches(String typed, int lettersTyped) {
        boolean mayBe = Math.abs(typed.length() - word.length()) <= slips + 2
                && Integer.bitCount(letters & ~lettersTyped) <= slips + 1; // one slip misses one letter, a plural the y
        return mayBe && (spellings.run(typed) || typed.endsWith("s") && spellings.run(singular(typed)));
    }

    /** Which letters a word has, as a set of bits; characters that share a bit only cost time. */
    static int letters(String word) {
        int letters = 0;
        for (int at = 0; at < word.length(); at++) {
            letters |=
                    1 << word.charAt(at); // the shift takes the lowest five bits, in which letters from a to z differ
        }
        return letters;
    }

    /** Of a word that ends in s. */
    private static String singular(String word) {
        return word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : word.substring(0, word.length() - 1);
    }
}

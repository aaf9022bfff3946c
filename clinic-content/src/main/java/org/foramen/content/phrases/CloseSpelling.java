package org.foramen.content.phrases;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** A long word together with its likely misspellings: one slip in a short word, two from ten letters on. */
final class CloseSpelling {

    private static final int LONG = 10;

    private static final int SHORTEST = 6;

    private final Slot slot;

    private final String word;

    private final int slips;

    private final CharacterRunAutomaton spellings;

    CloseSpelling(Slot slot, String word) {
        this.slot = slot;
        this.word = word;
        int letters = word.length();
        this.slips = letters >= LONG ? 2 : letters >= SHORTEST ? 1 : 0;
        this.spellings = new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(this.slips));
    }

    Slot slot() {
        return slot;
    }

    /** Whether speech-to-text may have cut this word into several. */
    boolean mayBeCut() {
        return slips == 2;
    }

    /** For a word with the right first letter: people rarely get that wrong, and asking for it keeps other words out. */
    boolean matches(String typed) {
        if (Math.abs(typed.length() - word.length()) > slips + 2) {
            return false;
        }
        return spellings.run(typed) || spellings.run(singular(typed));
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}

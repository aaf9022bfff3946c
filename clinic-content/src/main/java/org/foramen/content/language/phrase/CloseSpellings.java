package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.foramen.content.language.text.Boundary;
import org.foramen.content.language.text.Words;

/** Long words that begin with the same letter together with their likely misspellings, in one piece or cut into several. */
final class CloseSpellings {

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    /** Words that are no misspellings. */
    private final Set<String> known;

    private final List<Spelling> all = new ArrayList<>();

    private int longestCut;

    /**
     * A word: one slip is likely in a short one, two from ten letters on. A letter wrong, missing or too many, or two swapped, is a slip.
     */
    private record Spelling(int term, String word, int slips, CharacterRunAutomaton likely) {

        static Spelling of(int term, String word) {
            int slips = word.length() >= 10 ? 2 : word.length() >= 6 ? 1 : 0;
            return new Spelling(
                    term,
                    word,
                    slips,
                    new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(slips)));
        }

        /** Whether speech-to-text may have cut it into several. */
        boolean mayBeCut() {
            return slips == 2;
        }

        boolean is(String typed) {
            return typed.equals(word) || singular(typed).equals(word);
        }

        /** The first letters are the same: people rarely get that wrong, and asking for it keeps other words out. */
        boolean matches(String typed) {
            return likely.run(typed) || typed.endsWith("s") && likely.run(singular(typed));
        }

        private static String singular(String typed) {
            return typed.replaceFirst("ies$", "ys").replaceFirst("s$", "");
        }
    }

    CloseSpellings(Set<String> known) {
        this.known = known;
    }

    void add(int term, String word) {
        Spelling spelling = Spelling.of(term, word);
        all.add(spelling);
        if (spelling.mayBeCut()) {
            longestCut = Math.max(longestCut, word.length() + spelling.slips() + 2); // "ies" for the "y" of one
        }
    }

    /** Whether this word is any of them. */
    boolean recognise(Words words, int at, Occurrences found) {
        return compare(words.word(at), at, at + 1, found);
    }

    /**
     * Finds those that begin at this word and go on in the next ones.
     * @param whole of each word: whether it is one itself, and so no piece of another
     */
    void recogniseCut(Words words, int at, boolean[] whole, Occurrences found) {
        StringBuilder joined = new StringBuilder(words.word(at));
        boolean letterByLetter = joined.length() == 1;
        for (int to = at + 1; to < words.count() && !whole[to] && words.before(to) == Boundary.NONE; to++) {
            joined.append(words.word(to));
            letterByLetter &= words.word(to).length() == 1;
            if (joined.length() > longestCut || to - at >= MOST_PIECES && !letterByLetter) {
                return;
            }
            boolean isWord = to - at < MOST_PIECES || joined.length() >= SPELLED_OUT;
            if (isWord && compare(joined.toString(), at, to + 1, found)) {
                return;
            }
        }
    }

    private boolean compare(String typed, int from, int to, Occurrences found) {
        boolean any = false;
        boolean isKnown = known.contains(typed) || typed.endsWith("s") && known.contains(Spelling.singular(typed));
        for (Spelling spelling : all) {
            boolean isMeant =
                    isKnown ? spelling.is(typed) : (to == from + 1 || spelling.mayBeCut()) && spelling.matches(typed);
            if (isMeant) {
                found.add(spelling.term(), from, to);
                any = true;
            }
        }
        return any;
    }
}

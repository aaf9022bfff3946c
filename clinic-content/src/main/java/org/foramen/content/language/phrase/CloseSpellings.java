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
    private record Spelling(Term.Close term, int slips, CharacterRunAutomaton likely) {

        static Spelling of(Term.Close term) {
            int length = term.word().length();
            int slips = length >= 10 ? 2 : length >= 6 ? 1 : 0;
            return new Spelling(
                    term,
                    slips,
                    new CharacterRunAutomaton(new LevenshteinAutomata(term.word(), true).toAutomaton(slips)));
        }

        /** Whether speech-to-text may have cut it into several. */
        boolean mayBeCut() {
            return slips == 2;
        }

        /** The first letters are the same: people rarely get that wrong, and asking for it keeps other words out. */
        boolean isLike(String typed, String singular) {
            return likely.run(typed) || !singular.equals(typed) && likely.run(singular);
        }
    }

    CloseSpellings(Set<String> known) {
        this.known = known;
    }

    void add(Term.Close term) {
        Spelling spelling = Spelling.of(term);
        all.add(spelling);
        if (spelling.mayBeCut()) {
            longestCut = Math.max(longestCut, term.word().length() + spelling.slips() + 2); // "ies" for the "y" of one
        }
    }

    /** Whether this word is any of them. */
    boolean recognise(int at, Reading reading) {
        return compare(reading.words().word(at), at, at + 1, reading);
    }

    /**
     * Finds those that begin at this word and go on in the next ones.
     * @param whole of each word: whether it is one itself, and so no piece of another
     */
    void recogniseCut(int at, boolean[] whole, Reading reading) {
        Words words = reading.words();
        StringBuilder joined = new StringBuilder(words.word(at));
        boolean letterByLetter = joined.length() == 1;
        for (int to = at + 1; to < words.count() && !whole[to] && words.before(to) == Boundary.NONE; to++) {
            joined.append(words.word(to));
            letterByLetter &= words.word(to).length() == 1;
            if (joined.length() > longestCut || to - at >= MOST_PIECES && !letterByLetter) {
                return;
            }
            boolean isWord = to - at < MOST_PIECES || joined.length() >= SPELLED_OUT;
            if (isWord && compare(joined.toString(), at, to + 1, reading)) {
                return;
            }
        }
    }

    private boolean compare(String typed, int from, int to, Reading reading) {
        String singular = singular(typed);
        boolean isKnown = known.contains(typed) || known.contains(singular);
        boolean any = false;
        for (Spelling spelling : all) {
            String word = spelling.term().word();
            boolean isMeant = isKnown
                    ? word.equals(typed) || word.equals(singular)
                    : (to == from + 1 || spelling.mayBeCut()) && spelling.isLike(typed, singular);
            if (isMeant) {
                reading.add(spelling.term(), from, to);
                any = true;
            }
        }
        return any;
    }

    private static String singular(String word) {
        int length = word.length();
        return word.endsWith("ies")
                ? word.substring(0, length - 3) + "y"
                : word.endsWith("s") ? word.substring(0, length - 1) : word;
    }
}

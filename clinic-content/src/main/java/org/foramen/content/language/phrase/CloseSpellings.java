package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.foramen.content.language.text.Boundary;
import org.foramen.content.language.text.Words;

/** Long words together with their likely misspellings, in one piece or cut into several. */
final class CloseSpellings {

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    /** More letters than any word has, or a text of single letters would take the cube of its length. */
    private static final int LONGEST = 40;

    /** Words that are no misspellings. */
    private final Set<String> known;

    private final List<Spelling> all = new ArrayList<>();

    /**
     * A word: one slip is likely in a short one, two from ten letters on. A letter wrong, missing or too many, or two swapped, is a slip.
     * The first letter is the same: people rarely get that wrong, and asking for it keeps other words out.
     */
    private record Spelling(Term.Close term, int slips, CharacterRunAutomaton likely) {

        static Spelling of(Term.Close term) {
            String word = term.word();
            int slips = word.length() >= 10 ? 2 : word.length() >= 6 ? 1 : 0;
            LevenshteinAutomata behindTheFirst = new LevenshteinAutomata(word.substring(1), true);
            return new Spelling(
                    term, slips, new CharacterRunAutomaton(behindTheFirst.toAutomaton(slips, word.substring(0, 1))));
        }

        /** Whether speech-to-text may have cut it into several. */
        boolean mayBeCut() {
            return slips == 2;
        }
    }

    CloseSpellings(Set<String> known) {
        this.known = known;
    }

    void add(Term.Close term) {
        all.add(Spelling.of(term));
    }

    /** Finds them in all words, and then in what is left of them where one goes on in the next words. */
    void recognise(Reading reading) {
        boolean[] whole = new boolean[reading.words().count()];
        for (int at = 0; at < whole.length; at++) {
            whole[at] = compare(reading.words().word(at), at, at + 1, reading);
        }
        for (int at = 0; at < whole.length; at++) {
            if (!whole[at]) {
                recogniseCut(at, whole, reading);
            }
        }
    }

    private void recogniseCut(int at, boolean[] whole, Reading reading) {
        Words words = reading.words();
        StringBuilder joined = new StringBuilder(words.word(at));
        boolean letterByLetter = joined.length() == 1;
        for (int to = at + 1; to < words.count() && !whole[to] && words.before(to) == Boundary.NONE; to++) {
            joined.append(words.word(to));
            letterByLetter &= words.word(to).length() == 1;
            boolean few = to - at < MOST_PIECES;
            if (!few && !letterByLetter || joined.length() > LONGEST) {
                return;
            }
            if ((few || joined.length() >= SPELLED_OUT) && compare(joined.toString(), at, to + 1, reading)) {
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
                    : (to == from + 1 || spelling.mayBeCut())
                            && (spelling.likely().run(typed)
                                    || spelling.likely().run(singular));
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

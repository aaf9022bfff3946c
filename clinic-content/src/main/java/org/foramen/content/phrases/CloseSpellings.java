package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;

/** The close spellings of words that begin with the same letter, in one piece or cut into several. */
final class CloseSpellings {

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    private final List<CloseSpelling> all = new ArrayList<>();

    private final List<CloseSpelling> mayBeCut = new ArrayList<>();

    private int shortest = Integer.MAX_VALUE;

    private int shortestCut = Integer.MAX_VALUE;

    private int longestCut;

    void learn(CloseSpelling spelling) {
        all.add(spelling);
        shortest = Math.min(shortest, spelling.shortest());
        if (spelling.mayBeCut()) {
            mayBeCut.add(spelling);
            shortestCut = Math.min(shortestCut, spelling.shortest());
            longestCut = Math.max(longestCut, spelling.longest());
        }
    }

    /** Finds those that begin at this word. */
    void recognise(Words words, int at, Findings found) {
        boolean isWhole = length(words, at, at) >= shortest && compare(all, words, at, at, words.letters(at), found);
        if (!isWhole && !mayBeCut.isEmpty()) {
            recogniseCut(words, at, found);
        }
    }

    private void recogniseCut(Words words, int first, Findings found) {
        int set = words.letters(first);
        boolean letterByLetter = length(words, first, first) == 1;
        for (int last = first + 1; last < words.count() && words.before(last) == Boundary.NONE; last++) {
            set |= words.letters(last);
            letterByLetter &= length(words, last, last) == 1;
            int length = length(words, first, last);
            if (length > longestCut || last - first >= MOST_PIECES && !letterByLetter) {
                return;
            }
            boolean isWord = last - first < MOST_PIECES || length >= SPELLED_OUT;
            if (isWord && length >= shortestCut && compare(mayBeCut, words, first, last, set, found)) {
                return;
            }
        }
    }

    private static int length(Words words, int first, int last) {
        return words.end(last) - words.begin(first);
    }

    private static boolean compare(
            List<CloseSpelling> candidates, Words words, int first, int last, int set, Findings found) {
        boolean any = false;
        for (int at = 0; at < candidates.size(); at++) {
            CloseSpelling spelling = candidates.get(at);
            if (spelling.matches(words, first, last, set)) {
                found.add(spelling.term(), first, last + 1);
                any = true;
            }
        }
        return any;
    }
}

package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;

/** The close spellings of words that begin with the same letter, in one piece or cut into several. */
final class CloseSpellings {

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    private final List<CloseSpelling> all = new ArrayList<>();

    private final List<CloseSpelling> mayBeCut = new ArrayList<>();

    private int longestCut;

    void learn(CloseSpelling spelling) {
        all.add(spelling);
        if (spelling.mayBeCut()) {
            mayBeCut.add(spelling);
            longestCut = Math.max(longestCut, spelling.longest());
        }
    }

    /** Finds those that begin at this word. */
    void recognise(List<Word> words, int at, Findings found) {
        if (!compare(all, words.get(at).term(), at, at + 1, found) && !mayBeCut.isEmpty()) {
            recogniseCut(words, at, found);
        }
    }

    private void recogniseCut(List<Word> words, int at, Findings found) {
        StringBuilder joined = new StringBuilder(words.get(at).term());
        boolean letterByLetter = joined.length() == 1;
        for (int to = at + 1; to < words.size() && words.get(to).before() == Boundary.NONE; to++) {
            joined.append(words.get(to).term());
            letterByLetter &= words.get(to).term().length() == 1;
            if (joined.length() > longestCut || to - at >= MOST_PIECES && !letterByLetter) {
                return;
            }
            boolean isWord = to - at < MOST_PIECES || joined.length() >= SPELLED_OUT;
            if (isWord && compare(mayBeCut, joined.toString(), at, to + 1, found)) {
                return;
            }
        }
    }

    private static boolean compare(List<CloseSpelling> candidates, String word, int from, int to, Findings found) {
        boolean any = false;
        int letters = CloseSpelling.letters(word);
        for (CloseSpelling spelling : candidates) {
            if (spelling.matches(word, letters)) {
                found.add(spelling.term(), from, to);
                any = true;
            }
        }
        return any;
    }
}

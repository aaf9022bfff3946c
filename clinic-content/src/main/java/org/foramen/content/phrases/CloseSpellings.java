package org.foramen.content.phrases;

import java.util.List;
import java.util.regex.Pattern;

/** The close spellings of words that begin with the same letter, in one piece or cut into several. */
final class CloseSpellings {

    private static final Pattern RARE_LETTER = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    private final CloseSpelling[] all;

    private final CloseSpelling[] mayBeCut;

    private final int shortest;

    private final int longestCut;

    CloseSpellings(List<CloseSpelling> spellings) {
        this.all = spellings.toArray(CloseSpelling[]::new);
        this.mayBeCut = spellings.stream().filter(CloseSpelling::mayBeCut).toArray(CloseSpelling[]::new);
        this.shortest =
                spellings.stream().mapToInt(CloseSpelling::shortest).min().orElse(0);
        this.longestCut = spellings.stream()
                .filter(CloseSpelling::mayBeCut)
                .mapToInt(CloseSpelling::longest)
                .max()
                .orElse(0);
    }

    /** Finds those that begin at this word. */
    void recognise(Words words, int at, Findings found) {
        boolean isWhole = length(words, at, at) >= shortest && compare(all, words, at, at, words.set(at), found);
        if (!isWhole && mayBeCut.length != 0) {
            recogniseCut(words, at, found);
        }
    }

    private void recogniseCut(Words words, int first, Findings found) {
        int set = words.set(first);
        boolean letterByLetter = length(words, first, first) == 1;
        for (int last = first + 1; isGoingOn(words, last) && anyAllows(set); last++) {
            set |= words.set(last);
            letterByLetter &= length(words, last, last) == 1;
            int length = length(words, first, last);
            if (length > longestCut || last - first >= MOST_PIECES && !letterByLetter) {
                return;
            }
            boolean isWord = last - first < MOST_PIECES || length >= SPELLED_OUT;
            if (isWord && length >= shortest && compare(mayBeCut, words, first, last, set, found)) {
                return;
            }
        }
    }

    private static boolean isGoingOn(Words words, int at) {
        return at < words.count() && words.before(at) == Boundary.NONE;
    }

    private boolean anyAllows(int set) {
        for (CloseSpelling spelling : mayBeCut) {
            if (spelling.allows(set)) {
                return true;
            }
        }
        return false;
    }

    private static int length(Words words, int first, int last) {
        return words.end(last) - words.begin(first);
    }

    private static boolean compare(
            CloseSpelling[] candidates, Words words, int first, int last, int set, Findings found) {
        boolean any = false;
        int length = length(words, first, last);
        boolean maybePlural = words.letter(words.end(last) - 1) == 's';
        String typed = null;
        for (CloseSpelling spelling : candidates) {
            if (spelling.mayBe(length, set, maybePlural)) {
                typed = (typed != null) ? typed : oneCharEach(words.joined(first, last));
                if (spelling.matches(typed)) {
                    found.add(spelling.term(), first, last + 1);
                    any = true;
                }
            }
        }
        return any;
    }

    /** Letters that take two characters are in no word of ours, and each is one slip. */
    private static String oneCharEach(String letters) {
        boolean isSo = letters.codePointCount(0, letters.length()) == letters.length();
        return isSo ? letters : RARE_LETTER.matcher(letters).replaceAll("?");
    }
}

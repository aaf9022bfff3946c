package org.foramen.content.phrases;

import org.jspecify.annotations.Nullable;

/** Cuts text of the usual {@link Alphabet} into words, just as {@link WordReader} does all other text with more effort. */
final class LatinWords {

    /** Longer ones are cut up by that reader's own limits. */
    private static final int LONGEST = 250;

    private static final int GLUED = -1;

    private LatinWords() {}

    /** Null when this text takes more effort. */
    static @Nullable Words in(String text) {
        char[] plain = Alphabet.plain(text);
        if (plain == null) {
            return null;
        }
        Words words = new Words(text, plain); // letters move forward, never over what is still to be read
        int at = 0;
        while (at < plain.length) {
            int end = end(plain, at);
            if (end == GLUED || end - at > LONGEST) {
                return null;
            }
            if (end > at) {
                add(plain, at, end, words);
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** Where the word that begins here ends by Unicode's rules (UAX 29): right here when none does. */
    private static int end(char[] plain, int start) {
        int at = start;
        while (at < plain.length) {
            if (!isLetter(plain[at]) && !isDigit(plain[at])) {
                if (!isInner(plain, at, start)) {
                    break;
                }
                if (isGlue(plain, at, start)) {
                    return GLUED;
                }
            }
            at++;
        }
        return at;
    }

    /** Whether a mark is part of the word around it: {@code don't}, {@code 3.5}, {@code a_line}. */
    private static boolean isInner(char[] plain, int at, int start) {
        char mark = plain[at];
        if (mark == '_') {
            return true;
        }
        if (at == start || at + 1 == plain.length) {
            return false;
        }
        return switch (mark) {
            case '.', '\'' -> isAmidLetters(plain, at) || isAmidDigits(plain, at);
            case ':' -> isAmidLetters(plain, at);
            case ',', ';' -> isAmidDigits(plain, at);
            default -> false;
        };
    }

    /** Whether a mark stands between two words of which one has two letters or more: {@code pain.help}, {@code die.I}. */
    private static boolean isGlue(char[] plain, int at, int start) {
        char mark = plain[at];
        if ((mark != '.' && mark != ':' && mark != '_')
                || at == start
                || at + 1 == plain.length
                || !isAmidLetters(plain, at)) {
            return false;
        }
        boolean isLongAfter = at + 2 < plain.length && isLetter(plain[at + 2]);
        boolean isLongBefore = at - start > 1 && isLetter(plain[at - 2]);
        return isLongAfter || isLongBefore && mark != '_';
    }

    private static boolean isAmidLetters(char[] plain, int at) {
        return isLetter(plain[at - 1]) && isLetter(plain[at + 1]);
    }

    private static boolean isAmidDigits(char[] plain, int at) {
        return isDigit(plain[at - 1]) && isDigit(plain[at + 1]);
    }

    private static void add(char[] plain, int start, int end, Words words) {
        if (isLine(plain, start, end)) {
            return;
        }
        boolean isPossessive = end - start > 2 && plain[end - 2] == '\'' && plain[end - 1] == 's';
        int last = isPossessive ? end - 2 : end;
        for (int at = start; at < last; at++) {
            if (plain[at] != '\'') {
                words.addLetter(plain[at]);
            }
        }
        words.endWord(start, end);
    }

    /** Whether this is a line to fill in. */
    private static boolean isLine(char[] plain, int start, int end) {
        int at = start;
        while (at < end && plain[at] == '_') {
            at++;
        }
        return at == end;
    }

    private static boolean isLetter(char plain) {
        return plain >= 'a' && plain <= 'z';
    }

    private static boolean isDigit(char plain) {
        return plain >= '0' && plain <= '9';
    }
}

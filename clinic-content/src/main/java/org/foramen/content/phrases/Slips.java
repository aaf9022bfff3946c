package org.foramen.content.phrases;

/** Tells a misspelled word from another one: a letter wrong, missing or too many, or two swapped, is a slip. */
final class Slips {

    private final String typed;

    private final String meant;

    private Slips(String typed, String meant) {
        this.typed = typed;
        this.meant = meant;
    }

    /** Whether at most so many slips lie between both. */
    static boolean within(int most, String typed, String meant) {
        return new Slips(typed, meant).within(most, 0, 0);
    }

    /** The same from one letter of each on. */
    private boolean within(int most, int from, int to) {
        int read = from;
        int next = to;
        while (read < typed.length() && next < meant.length() && typed.charAt(read) == meant.charAt(next)) {
            read++;
            next++;
        }
        if (read == typed.length() || next == meant.length()) {
            return typed.codePointCount(read, typed.length()) + meant.length() - next <= most;
        }
        int another = typed.offsetByCodePoints(read, 1);
        return most > 0
                && (within(most - 1, another, next + 1)
                        || within(most - 1, another, next)
                        || within(most - 1, read, next + 1)
                        || isSwapped(read, next) && within(most - 1, read + 2, next + 2));
    }

    private boolean isSwapped(int read, int next) {
        return read + 1 < typed.length()
                && next + 1 < meant.length()
                && typed.charAt(read) == meant.charAt(next + 1)
                && typed.charAt(read + 1) == meant.charAt(next);
    }
}

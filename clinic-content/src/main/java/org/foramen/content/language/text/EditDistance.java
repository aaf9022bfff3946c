package org.foramen.content.language.text;

/** Tells a misspelled word from another one: a letter wrong, missing or too many, or two swapped, is a slip. */
public final class EditDistance {

    private EditDistance() {}

    /** Whether at most so many slips lie between both. */
    public static boolean within(int most, String typed, String meant) {
        return within(most, typed, 0, meant, 0);
    }

    /** The same from one letter of each on. */
    private static boolean within(int most, String typed, int from, String meant, int to) {
        if (Math.abs(typed.length() - from - (meant.length() - to)) > most) {
            return false;
        }
        int read = from;
        int next = to;
        while (read < typed.length() && next < meant.length() && typed.charAt(read) == meant.charAt(next)) {
            read++;
            next++;
        }
        if (read == typed.length() || next == meant.length()) {
            return true; // no more letters are left of the other than there may be slips
        }
        return most > 0
                && (within(most - 1, typed, read + 1, meant, next + 1)
                        || within(most - 1, typed, read + 1, meant, next)
                        || within(most - 1, typed, read, meant, next + 1)
                        || isSwapped(typed, read, meant, next) && within(most - 1, typed, read + 2, meant, next + 2));
    }

    private static boolean isSwapped(String typed, int read, String meant, int next) {
        return read + 1 < typed.length()
                && next + 1 < meant.length()
                && typed.charAt(read) == meant.charAt(next + 1)
                && typed.charAt(read + 1) == meant.charAt(next);
    }
}

package org.foramen.content.phrases;

/** Which letters a word has, as a set of bits: enough to tell most words apart, and quick to compare. */
final class LetterSet {

    private LetterSet() {}

    static int of(String word) {
        int set = 0;
        for (int at = 0; at < word.length(); at++) {
            set |= bit(word.charAt(at));
        }
        return set;
    }

    /** The shift takes a letter's lowest five bits, in which those from a to z differ; others share them, half letters have none. */
    static int bit(char letter) {
        return Character.isSurrogate(letter) ? 0 : 1 << letter;
    }
}

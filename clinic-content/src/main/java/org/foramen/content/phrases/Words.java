package org.foramen.content.phrases;

import java.util.Arrays;

/** The words of a text in plain lower-case letters, all in one row, and where each stood. */
final class Words {

    private static final int USUAL_LENGTH = 5;

    private final String text;

    private char[] letters;

    private int lettersAdded;

    private int count;

    /** Of each word: where its letters end in the row. */
    private int[] ends;

    private int[] starts;

    private int[] stops;

    private Boundary[] before;

    private int[] sentences;

    /** Of each word: its {@link LetterSet}. */
    private int[] sets;

    private int set;

    /** Of each sentence: its first word. */
    private int[] openings;

    private int sentencesBegun;

    /** @param letters is written over; a row of the text's own length is long enough for most */
    Words(String text, char[] letters) {
        this.text = text;
        this.letters = letters;
        int usual = 8 + text.length() / USUAL_LENGTH;
        this.ends = new int[usual];
        this.starts = new int[usual];
        this.stops = new int[usual];
        this.before = new Boundary[usual];
        this.sentences = new int[usual];
        this.sets = new int[usual];
        this.openings = new int[8];
    }

    void addLetter(char letter) {
        if (lettersAdded == letters.length) {
            letters = Arrays.copyOf(letters, 16 + 2 * lettersAdded);
        }
        letters[lettersAdded++] = letter;
        set |= LetterSet.bit(letter);
    }

    /** Ends the word whose letters were added last, and which stood there in the text. */
    void endWord(int start, int stop) {
        if (count == ends.length) {
            grow();
        }
        ends[count] = lettersAdded;
        starts[count] = start;
        stops[count] = stop;
        before[count] = count == 0 ? Boundary.SENTENCE : Boundary.in(text, stops[count - 1], start);
        if (before[count].endsSentence()) {
            beginSentence();
        }
        sentences[count] = sentencesBegun - 1;
        sets[count] = set;
        set = 0;
        count++;
    }

    private void beginSentence() {
        if (sentencesBegun == openings.length) {
            openings = Arrays.copyOf(openings, 2 * sentencesBegun);
        }
        openings[sentencesBegun++] = count;
    }

    private void grow() {
        ends = Arrays.copyOf(ends, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
        stops = Arrays.copyOf(stops, 2 * count);
        before = Arrays.copyOf(before, 2 * count);
        sentences = Arrays.copyOf(sentences, 2 * count);
        sets = Arrays.copyOf(sets, 2 * count);
    }

    int count() {
        return count;
    }

    /** Any of the row of letters. */
    char letter(int at) {
        return letters[at];
    }

    /** Where a word's letters begin in the row. */
    int begin(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    /** Where a word's letters end in the row, and those of the next word begin. */
    int end(int word) {
        return ends[word];
    }

    String word(int at) {
        return joined(at, at);
    }

    /** Several words as one. */
    String joined(int first, int last) {
        return new String(letters, begin(first), ends[last] - begin(first));
    }

    /** The {@link LetterSet} of a word. */
    int set(int word) {
        return sets[word];
    }

    /** What stands between this word and the one before it. */
    Boundary before(int word) {
        return before[word];
    }

    /** The number of a word's sentence; what is behind the last word is of the last sentence. */
    int sentence(int word) {
        return count == 0 ? 0 : sentences[Math.min(word, count - 1)];
    }

    /** The first word of a sentence; behind all words for a sentence behind the last. */
    int opening(int sentence) {
        return sentence < sentencesBegun ? openings[sentence] : Integer.MAX_VALUE;
    }

    /** The text as it was, from the beginning of one word to the end of another. */
    String quote(int first, int last) {
        return text.substring(starts[first], stops[last]);
    }
}

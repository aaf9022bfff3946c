package org.foramen.content.language.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a text in order, and the sentences that they form; what is behind the last word is of the last sentence. */
public final class Words {

    private final String text;

    private final List<Word> words = new ArrayList<>();

    /** Of each sentence: its first word. */
    private final List<Integer> openings = new ArrayList<>();

    /** In plain lower-case letters, and where it stood. */
    private record Word(String letters, int start, int end, Boundary before, int sentence) {}

    Words(String text) {
        this.text = text;
    }

    void add(String letters, int start, int end) {
        Boundary before = words.isEmpty()
                ? Boundary.SENTENCE
                : Boundary.in(text, words.get(words.size() - 1).end(), start);
        if (before.endsSentence()) {
            openings.add(words.size());
        }
        words.add(new Word(letters, start, end, before, openings.size() - 1));
    }

    public int count() {
        return words.size();
    }

    public String word(int at) {
        return words.get(at).letters();
    }

    /** What stands between this word and the one before it. */
    public Boundary before(int at) {
        return words.get(at).before();
    }

    /** The number of a word's sentence. */
    public int sentence(int at) {
        return words.isEmpty() ? 0 : words.get(Math.min(at, words.size() - 1)).sentence();
    }

    /** The first word of a sentence; behind all words for a sentence behind the last. */
    public int opening(int sentence) {
        return sentence < openings.size() ? openings.get(sentence) : words.size();
    }

    /** Whether a question mark ends this sentence. */
    public boolean isQuestion(int sentence) {
        int next = opening(sentence + 1);
        return next < words.size()
                ? before(next) == Boundary.QUESTION
                : text.indexOf('?', words.get(words.size() - 1).end()) >= 0;
    }

    /** The text as it was. */
    public String quote(Span span) {
        return text.substring(
                words.get(span.from()).start(), words.get(span.to() - 1).end());
    }
}

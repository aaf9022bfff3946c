package org.foramen.content.phrases;

/** What stands between a word and the word before it. */
enum Boundary {
    NONE,
    CLAUSE,
    SENTENCE,
    QUESTION;

    /** Reads the punctuation and space between two words, which stands in a text from one place up to another. */
    static Boundary in(String text, int from, int to) {
        Boundary boundary = NONE;
        for (int at = from; at < to; at++) {
            switch (text.charAt(at)) {
                case '?' -> {
                    return QUESTION;
                }
                case '.', '!', ';', '\n', '\r', '…', '。', '！' -> boundary = SENTENCE;
                case ',', ':', '(', ')', '—', '–', '*', '•' -> boundary = boundary == NONE ? CLAUSE : boundary;
                case '-' -> boundary = boundary == NONE && to - from > 1 ? CLAUSE : boundary;
                default -> {}
            }
        }
        return boundary;
    }

    boolean endsSentence() {
        return this == SENTENCE || this == QUESTION;
    }
}

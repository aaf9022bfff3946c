package org.foramen.content.phrases;

/** What stands between a word and the word before it. */
enum Boundary {
    NONE,
    CLAUSE,
    SENTENCE,
    QUESTION;

    /** Reads the punctuation and space between two words. */
    static Boundary in(CharSequence between) {
        Boundary boundary = NONE;
        for (int at = 0; at < between.length(); at++) {
            switch (between.charAt(at)) {
                case '?' -> {
                    return QUESTION;
                }
                case '.', '!', ';', '\n', '\r', '…', '。', '！' -> boundary = SENTENCE;
                case ',', ':', '(', ')', '—', '–', '*', '•' -> boundary = boundary == NONE ? CLAUSE : boundary;
                case '-' -> boundary = boundary == NONE && between.length() > 1 ? CLAUSE : boundary;
                default -> {}
            }
        }
        return boundary;
    }

    boolean endsSentence() {
        return this == SENTENCE || this == QUESTION;
    }
}

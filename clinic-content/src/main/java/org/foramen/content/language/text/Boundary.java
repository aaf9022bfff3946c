package org.foramen.content.language.text;

import java.util.regex.Pattern;

/** What stands between a word and the word before it. */
public enum Boundary {
    NONE,
    CLAUSE,
    SENTENCE,
    QUESTION;

    /** Points that trail off are no end. */
    private static final Pattern ELLIPSIS = Pattern.compile("\\.(?:\\s?\\.)+");

    /** A line break is only a space, as in mails that are wrapped, but for a blank line, one after a colon and one before a bullet. */
    private static final Pattern END = Pattern.compile("[.!;。]|\\n\\s*\\n|:\\s*\\n|\\n\\s*[-*•·]");

    private static final Pattern PAUSE = Pattern.compile("[,:()—–*•]|-(?=.)|(?<=.)-");

    /** Reads the punctuation and space between two words, which stands in a text from one place up to another. */
    static Boundary in(String text, int from, int to) {
        if (to - from == 1 && text.charAt(from) == ' ') {
            return NONE;
        }
        String between = ELLIPSIS.matcher(text.substring(from, to)).replaceAll(" ");
        if (between.contains("?")) {
            return QUESTION;
        }
        return END.matcher(between).find() ? SENTENCE : PAUSE.matcher(between).find() ? CLAUSE : NONE;
    }

    public boolean endsSentence() {
        return this == SENTENCE || this == QUESTION;
    }
}

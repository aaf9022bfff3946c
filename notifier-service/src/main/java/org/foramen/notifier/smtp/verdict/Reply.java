package org.foramen.notifier.smtp.verdict;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mail server's answer.
 *
 * @param code the reply code of RFC 5321; -1 when there was no answer
 * @param enhanced the status code of RFC 3463, such as {@code 5.1.1}; null when there was none
 */
public record Reply(int code, @Nullable String enhanced) {

    public static final Reply NONE = new Reply(-1, null);

    /** No part of an address or of a version. */
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\w.])([245])\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\w)");

    /** Keeps the codes of an answer, where both say the same, and leaves its text, which may name a person. */
    public static Reply of(int code, @Nullable String text) {
        return new Reply(
                code,
                ENHANCED.matcher(text == null ? "" : text)
                        .results()
                        .filter(status -> code < 0 || code / 100 == Integer.parseInt(status.group(1)))
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(null));
    }

    public boolean isNone() {
        return code < 0;
    }

    public boolean isYes() {
        return code >= 200 && code < 300;
    }

    boolean isPermanent() {
        return code >= 500 && code < 600;
    }

    /** Whether it puts off this recipient, whose address (4.1.x) or mailbox (4.2.x) it speaks of, and says nothing of others. */
    public boolean putsOffRecipient() {
        return enhanced != null && (enhanced.startsWith("4.1.") || enhanced.startsWith("4.2."));
    }

    /** Whether it is a permanent answer about this subject of RFC 3463, such as 1 for addresses. */
    boolean isAbout(int subject) {
        return enhanced != null && enhanced.startsWith("5." + subject + ".");
    }

    /** The codes, such as {@code 550 5.1.1}. */
    public String inWords() {
        return isNone() ? "no answer" : enhanced == null ? String.valueOf(code) : code + " " + enhanced;
    }
}

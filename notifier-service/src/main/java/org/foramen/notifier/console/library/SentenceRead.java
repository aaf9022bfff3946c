package org.foramen.notifier.console.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.base.screening.RedFlags;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.file.Explanation;
import org.foramen.notifier.matching.ProcedureMatcher;

/**
 * How a sentence is read, for whoever mends the phrases.
 *
 * @param marks the signs of an emergency that are said to be so now; none when a person need not look at once
 * @param rows all that was found, believed or not
 */
record SentenceRead(List<String> marks, List<Row> rows) {

    /**
     * Something found.
     *
     * @param line file and line of the phrase below {@code language}; empty for a name from a handout
     * @param why what keeps it from counting; empty when it counts
     */
    record Row(String what, String words, String line, String why) {}

    /** Reads a sentence as the form and the mailer would. */
    static SentenceRead of(String message, RedFlags redFlags, ProcedureMatcher matcher) {
        return new SentenceRead(
                redFlags.screen(message).findings().stream()
                        .map(finding -> plain(finding.flag()) + " ("
                                + plain(finding.level().name().toLowerCase(Locale.ROOT)) + ")")
                        .toList(),
                Stream.concat(redFlags.explain(message).stream(), matcher.explain(message).stream())
                        .map(SentenceRead::row)
                        .toList());
    }

    private static Row row(Explanation found) {
        return new Row(
                plain(found.list()),
                found.words(),
                found.line(),
                found.doubts().stream()
                        .map(doubted -> "%s: \u201c%s\u201d (%s)"
                                .formatted(reason(doubted.doubt()), doubted.words(), doubted.line()))
                        .collect(Collectors.joining("; ")));
    }

    private static String reason(Doubt doubt) {
        return switch (doubt) {
            case DENIED -> "denied";
            case PAST -> "past, or the same for long";
            case HYPOTHETICAL -> "only supposed";
            case SOMEONE_ELSE -> "of another person, a pet or business";
        };
    }

    private static String plain(String name) {
        return name.replace('-', ' ').replace('_', ' ');
    }
}

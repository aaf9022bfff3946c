package org.foramen.content.language.file;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foramen.content.language.assertion.Assertions;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.phrase.Found;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Span;

/**
 * Why a list was found in a message, or was not believed; for whoever tries a sentence, and never for a log.
 * @param words the message's words
 * @param line file and line of the phrase that found them
 * @param doubts why they do not count; none when they do
 */
public record Explanation(String list, String words, String line, List<Doubted> doubts) {

    /** Words that cast a doubt, with file and line of their phrase. */
    public record Doubted(Doubt doubt, String words, String line) {

        @Override
        public String toString() {
            return "Doubted[" + doubt + ", " + line + "]";
        }
    }

    public Explanation {
        doubts = List.copyOf(doubts);
    }

    /** Where a list is found in a message: each place once, by the longest and first phrase. */
    public static List<Explanation> of(String list, Set<Doubt> despite, Reading reading, PhraseLines lines) {
        Map<Span, Found> found = new TreeMap<>();
        reading.phrases(list).forEach(some -> found.putIfAbsent(some.span(), some));
        return found.values().stream()
                .filter(some -> found.keySet().stream().noneMatch(other -> other.swallows(some.span())))
                .map(some -> of(some, list, despite, reading, lines))
                .toList();
    }

    private static Explanation of(Found some, String list, Set<Doubt> despite, Reading reading, PhraseLines lines) {
        List<Doubted> doubts = Assertions.reasons(some.span(), reading).stream()
                .filter(reason -> !despite.contains(reason.doubt()))
                .map(reason -> new Doubted(
                        reason.doubt(),
                        reading.quote(reason.words()),
                        line(reason.list(), reason.words(), reading, lines)))
                .distinct()
                .toList();
        return new Explanation(list, reading.quote(some.span()), lines.of(list, some.phrase()), doubts);
    }

    private static String line(String list, Span span, Reading reading, PhraseLines lines) {
        return reading.phrases(list).stream()
                .filter(found -> found.span().equals(span))
                .map(found -> lines.of(list, found.phrase()))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The same, when more than the words about doubt speak against it. */
    public Explanation doubted(List<Doubted> more) {
        return new Explanation(
                list, words, line, Stream.concat(doubts.stream(), more.stream()).toList());
    }

    @Override
    public String toString() {
        return "Explanation[" + list + ", " + line + "]";
    }
}

package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foramen.content.language.text.Span;

/** Ways to say one thing, and what looks like it but is something else. */
record PhraseList(List<Phrase> phrases, List<Phrase> except) {

    /** All that its phrases are made of, by number. */
    IntStream terms() {
        return Stream.concat(phrases.stream(), except.stream()).flatMapToInt(Phrase::terms);
    }

    /** Where it is said: what shares a word with an exception is not. */
    List<Span> in(Occurrences text) {
        List<Span> said = all(phrases, text);
        if (said.isEmpty() || except.isEmpty()) {
            return said;
        }
        List<Span> others = all(except, text);
        return others.isEmpty()
                ? said
                : said.stream()
                        .filter(span -> others.stream().noneMatch(span::overlaps))
                        .toList();
    }

    private static List<Span> all(List<Phrase> phrases, Occurrences text) {
        List<Span> spans = new ArrayList<>();
        for (Phrase phrase : phrases) {
            spans.addAll(phrase.in(text));
        }
        return Span.inOrder(spans);
    }
}

package org.foramen.content.language.phrase;

import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.language.text.Span;

/** Ways to say one thing, and what looks like it but is something else. */
record PhraseList(List<Phrase> phrases, List<Phrase> except) {

    Stream<Phrase> all() {
        return Stream.concat(phrases.stream(), except.stream());
    }

    /** Where it is said: what shares a word with an exception is not. */
    List<Span> in(Reading text) {
        List<Span> said = all(phrases, text);
        List<Span> others = said.isEmpty() ? said : all(except, text);
        return others.isEmpty()
                ? said
                : said.stream()
                        .filter(span -> others.stream().noneMatch(span::overlaps))
                        .toList();
    }

    /** Where and by which phrase it is said. */
    List<Found> found(Reading text) {
        List<Span> said = in(text);
        return phrases.stream()
                .flatMap(phrase ->
                        phrase.in(text).stream().filter(said::contains).map(span -> new Found(phrase.text(), span)))
                .distinct()
                .toList();
    }

    private static List<Span> all(List<Phrase> phrases, Reading text) {
        return Span.inOrder(text.likely(phrases).stream()
                .flatMap(phrase -> phrase.in(text).stream())
                .toList());
    }
}

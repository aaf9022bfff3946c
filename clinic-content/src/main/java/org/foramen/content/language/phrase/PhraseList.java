package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.language.text.Span;

/** Ways to say one thing, and what looks like it but is something else. */
record PhraseList(List<Phrase> phrases, List<Phrase> except) {

    /** All that its phrases are made of. */
    Stream<Term> terms() {
        return Stream.concat(phrases.stream(), except.stream()).flatMap(Phrase::terms);
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
        List<Span> spans = new ArrayList<>();
        for (Phrase phrase : text.likely(phrases)) {
            spans.addAll(phrase.in(text));
        }
        return Span.inOrder(spans);
    }
}

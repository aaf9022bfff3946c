package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/**
 * A sequence of terms with room for a few other words between them.
 * @param text as its file has it
 */
record Phrase(String text, List<Part> parts) {

    /** One place of a phrase: any of these terms, after at most so many other words. */
    record Part(List<Term> terms, int gap) {}

    boolean isOneWord() {
        return parts.size() == 1 && parts.get(0).gap == 0;
    }

    /** All that it is made of. */
    Stream<Term> terms() {
        return parts.stream().flatMap(part -> part.terms.stream());
    }

    /** Where it stands, in order. */
    List<Span> in(Reading text) {
        List<Span> found = text.ofAny(parts.get(0).terms);
        for (Part part : parts.subList(1, parts.size())) {
            if (found.isEmpty()) {
                return found;
            }
            found = extend(found, text.ofAny(part.terms), part.gap, text.words());
        }
        return found;
    }

    private static List<Span> extend(List<Span> found, List<Span> next, int gap, Words words) {
        List<Span> longer = new ArrayList<>();
        for (Span begun : found) {
            int sentence = words.sentence(begun.from());
            for (Span more : Span.beginningIn(next, begun.to(), begun.to() + gap + 1)) {
                if (words.sentence(more.from()) == sentence) {
                    longer.add(new Span(begun.from(), more.to()));
                }
            }
        }
        return Span.inOrder(longer);
    }
}

package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sequence of terms with room for a few other words between them. */
final class Phrase {

    private final Part[] parts;

    Phrase(List<Part> parts) {
        this.parts = parts.toArray(Part[]::new);
    }

    /** What it may begin with, by number. */
    IntStream first() {
        return IntStream.of(parts[0].terms);
    }

    /** All that it is made of, by number. */
    IntStream terms() {
        return Stream.of(parts).flatMapToInt(part -> IntStream.of(part.terms));
    }

    /** Where it stands, in order and each place once. */
    List<Span> in(Reading reading) {
        List<Span> found = reading.spans(parts[0].terms);
        for (int at = 1; at < parts.length && !found.isEmpty(); at++) {
            Part part = parts[at];
            found = extend(found, reading.spans(part.terms), part.gap, reading);
        }
        return found;
    }

    private static List<Span> extend(List<Span> found, List<Span> next, int gap, Reading reading) {
        if (next.isEmpty()) {
            return next;
        }
        List<Span> longer = new ArrayList<>();
        for (Span begun : found) {
            for (int at = Span.firstFrom(begun.to(), next); at < next.size(); at++) {
                Span more = next.get(at);
                if (more.from() > begun.to() + gap) {
                    break;
                }
                if (reading.inOneSentence(begun, more)) {
                    longer.add(new Span(begun.from(), more.to()));
                }
            }
        }
        return longer.size() < 2 ? longer : List.copyOf(new TreeSet<>(longer));
    }

    /** One place of a phrase: any of these terms, after at most so many other words. */
    static final class Part {

        private final int[] terms;

        private final int gap;

        Part(int[] terms, int gap) {
            this.terms = terms;
            this.gap = gap;
        }
    }
}

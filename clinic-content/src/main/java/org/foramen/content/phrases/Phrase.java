package org.foramen.content.phrases;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sequence of terms with room for a few other words between them. */
final class Phrase {

    private final Part[] parts;

    Phrase(Part[] parts) {
        this.parts = parts;
    }

    /** All that it is made of, by number. */
    IntStream terms() {
        return Stream.of(parts).flatMapToInt(part -> IntStream.of(part.terms));
    }

    /**
     * The terms of the part that tells it from most others: of words if there is such a part, for lists must be looked for.
     * @param uses how many phrases use each term
     */
    int[] keyword(int[] uses) {
        Part rarest = parts[0];
        for (Part part : parts) {
            if (part.rank(uses) < rarest.rank(uses)) {
                rarest = part;
            }
        }
        return rarest.terms;
    }

    /** Where it stands. */
    Spans in(Reading reading) {
        for (Part part : parts) {
            if (!part.isListed && !reading.hasAny(part.terms)) {
                return Spans.NONE;
            }
        }
        Spans found = reading.spans(parts[0].terms);
        for (int at = 1; at < parts.length && !found.isEmpty(); at++) {
            found = extend(found, reading.spans(parts[at].terms), parts[at].gap, reading.words());
        }
        return found;
    }

    private static Spans extend(Spans found, Spans next, int gap, Words words) {
        Spans longer = Spans.NONE;
        for (int begun = 0; begun < found.size(); begun++) {
            int sentence = words.sentence(found.from(begun));
            int farthest = found.to(begun) + gap;
            for (int at = next.firstFrom(found.to(begun)); at < next.size() && next.from(at) <= farthest; at++) {
                if (words.sentence(next.from(at)) == sentence) {
                    longer = longer.isEmpty() ? new Spans(2) : longer;
                    longer.add(found.from(begun), next.to(at));
                }
            }
        }
        return longer;
    }

    /** One place of a phrase: any of these terms, after at most so many other words. */
    static final class Part {

        private final int[] terms;

        private final boolean isListed;

        private final int gap;

        /** @param isListed whether a list is one of the terms */
        Part(int[] terms, boolean isListed, int gap) {
            this.terms = terms;
            this.isListed = isListed;
            this.gap = gap;
        }

        private int rank(int[] uses) {
            int used = IntStream.of(terms).map(term -> uses[term]).sum();
            return isListed ? Integer.MAX_VALUE / 2 + used : used;
        }
    }
}

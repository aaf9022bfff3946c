package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;

/** A sequence of terms with room for a few other words between them. */
record Phrase(List<Part> parts) {

    /** One place of a phrase: any of these terms, after at most so many other words. */
    record Part(List<Slot> terms, int gap) {}

    /** Whether it may begin with a phrase of another list. */
    boolean beginsWithList() {
        return parts.get(0).terms().stream().anyMatch(first -> first.term() instanceof Term.Named);
    }

    List<Span> in(Reading reading) {
        List<Span> found = reading.spans(parts.get(0).terms());
        for (int at = 1; at < parts.size() && !found.isEmpty(); at++) {
            Part part = parts.get(at);
            found = extend(found, reading.spans(part.terms()), part.gap(), reading);
        }
        return found;
    }

    private static List<Span> extend(List<Span> found, List<Span> next, int gap, Reading reading) {
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
        return longer;
    }
}

package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each term stands in one message, and which phrases begin in it. */
final class Findings {

    private final Beginnings beginnings;

    private final @Nullable List<Span>[] byTerm;

    private final @Nullable List<Phrase>[] begun;

    @SuppressWarnings("unchecked") // arrays of lists of unknown things, which hold lists of these only
    Findings(int terms, int lists, Beginnings beginnings) {
        this.beginnings = beginnings;
        this.byTerm = (List<Span>[]) new List<?>[terms];
        this.begun = (List<Phrase>[]) new List<?>[lists];
    }

    /** Null when nobody has looked, or nothing was found. */
    @Nullable List<Span> of(int term) {
        return byTerm[term];
    }

    /** The phrases of a list whose first part is in the message, as far as is known; one may be named twice. */
    List<Phrase> begun(int list) {
        List<Phrase> phrases = begun[list];
        return phrases == null ? List.of() : phrases;
    }

    void put(int term, List<Span> spans) {
        byTerm[term] = spans;
        if (!spans.isEmpty()) {
            for (Beginnings.Beginning beginning : beginnings.of(term)) {
                begin(beginning.list(), beginning.phrase());
            }
        }
    }

    void add(int term, int from, int to) {
        Span span = new Span(from, to);
        List<Span> spans = of(term);
        if (spans == null) {
            spans = new ArrayList<>(2);
            spans.add(span);
            put(term, spans);
        } else {
            spans.add(span);
        }
    }

    private void begin(int list, Phrase phrase) {
        List<Phrase> phrases = begun[list];
        if (phrases == null) {
            phrases = new ArrayList<>(2);
            begun[list] = phrases;
        }
        phrases.add(phrase);
    }
}

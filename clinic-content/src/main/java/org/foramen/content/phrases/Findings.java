package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each term stands in one message, and which phrases begin in it. */
final class Findings {

    private final Beginnings beginnings;
    private final @Nullable List<Span>[] bySlot;
    private final @Nullable List<Phrase>[] begun;

    @SuppressWarnings("unchecked") // arrays of lists of unknown things, which hold lists of these only
    Findings(int slots, Beginnings beginnings) {
        this.beginnings = beginnings;
        this.bySlot = (List<Span>[]) new List<?>[slots];
        this.begun = (List<Phrase>[]) new List<?>[slots];
    }

    /** Null when nobody has looked, or nothing was found. */
    @Nullable List<Span> of(Slot slot) {
        return bySlot[slot.number()];
    }

    /** The phrases of a list whose first word is in the message; one may be named twice. */
    List<Phrase> begun(Slot list) {
        List<Phrase> phrases = begun[list.number()];
        return phrases == null ? List.of() : phrases;
    }

    void put(Slot slot, List<Span> spans) {
        bySlot[slot.number()] = spans;
    }

    void add(Slot slot, int from, int to) {
        List<Span> spans = of(slot);
        if (spans == null) {
            spans = new ArrayList<>(2);
            put(slot, spans);
            beginnings.of(slot).forEach(beginning -> begin(beginning.list().number(), beginning.phrase()));
        }
        spans.add(new Span(from, to));
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

package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each term stands in one message, and which phrases begin in it. */
final class Findings {

    private final Beginnings beginnings;
    private final @Nullable List<Span>[] bySlot;
    private final Map<Slot, List<Phrase>> begun = new HashMap<>();

    @SuppressWarnings("unchecked") // an array of lists of unknown things, which holds lists of spans only
    Findings(int slots, Beginnings beginnings) {
        this.beginnings = beginnings;
        this.bySlot = (List<Span>[]) new List<?>[slots];
    }

    /** Null when nobody has looked, or nothing was found. */
    @Nullable List<Span> of(Slot slot) {
        return bySlot[slot.number()];
    }

    /** The phrases of a list whose first word is in the message; one may be named twice. */
    List<Phrase> begun(Slot list) {
        return begun.getOrDefault(list, List.of());
    }

    void put(Slot slot, List<Span> spans) {
        bySlot[slot.number()] = spans;
    }

    void add(Slot slot, int from, int to) {
        List<Span> spans = of(slot);
        if (spans == null) {
            spans = new ArrayList<>(2);
            put(slot, spans);
            beginnings.of(slot).forEach(beginning -> begun.computeIfAbsent(beginning.list(), none -> new ArrayList<>())
                    .add(beginning.phrase()));
        }
        spans.add(new Span(from, to));
    }
}

package org.foramen.content.phrases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** All terms of a phrasebook, each once. */
final class Slots {

    private final Map<Term, Slot> slots = new LinkedHashMap<>();

    Slot of(Term term) {
        return slots.computeIfAbsent(term, added -> new Slot(slots.size(), added));
    }

    Collection<Slot> all() {
        return slots.values();
    }
}

package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases by their first words: of thousands, a message can hold only those whose first word it has. */
final class Beginnings {

    private final Map<Slot, List<Beginning>> byFirst = new HashMap<>();

    /** A phrase, and the list that it is of. */
    record Beginning(Slot list, Phrase phrase) {}

    void learn(Slot list, Phrase phrase) {
        for (Slot first : phrase.parts().get(0).terms()) {
            byFirst.computeIfAbsent(first, unknown -> new ArrayList<>()).add(new Beginning(list, phrase));
        }
    }

    List<Beginning> of(Slot first) {
        return byFirst.getOrDefault(first, List.of());
    }
}

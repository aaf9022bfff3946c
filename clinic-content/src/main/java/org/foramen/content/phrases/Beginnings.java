package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The phrases by what they begin with: of thousands, a message can hold only those whose first part it has. */
final class Beginnings {

    private final List<List<Beginning>> byFirst;

    /** A phrase, and the number of the list that it is of. */
    record Beginning(int list, Phrase phrase) {}

    Beginnings(int terms) {
        this.byFirst = Stream.generate(() -> (List<Beginning>) new ArrayList<Beginning>(0))
                .limit(terms)
                .toList();
    }

    void learn(int list, Phrase phrase) {
        phrase.first().forEach(first -> byFirst.get(first).add(new Beginning(list, phrase)));
    }

    List<Beginning> of(int first) {
        return byFirst.get(first);
    }
}

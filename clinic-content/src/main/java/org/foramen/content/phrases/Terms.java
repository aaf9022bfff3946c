package org.foramen.content.phrases;

import java.util.LinkedHashMap;
import java.util.Map;

/** All terms of a phrasebook, each with a number by which a reading finds it without a search. */
final class Terms {

    private final Map<Term, Integer> numbers = new LinkedHashMap<>();

    /** The number of a term: that of the first one is 0, that of each new one the next. */
    int number(Term term) {
        return numbers.computeIfAbsent(term, added -> numbers.size());
    }

    Map<Term, Integer> all() {
        return numbers;
    }

    int count() {
        return numbers.size();
    }
}

package org.foramen.content.language.phrase;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All terms of a lexicon, each with a number by which it is found without a search, and what lists and groups stand for. */
final class Terms {

    private final Map<Term, Integer> numbers = new LinkedHashMap<>();

    private final Map<Integer, PhraseList> lists = new HashMap<>();

    /** The number of a term: that of the first one is 0, that of each new one the next. */
    int number(Term term) {
        return numbers.computeIfAbsent(term, added -> numbers.size());
    }

    void define(int term, PhraseList list) {
        lists.put(term, list);
    }

    /** What a list or a group stands for; null for a word. */
    @Nullable PhraseList list(int term) {
        return lists.get(term);
    }

    Map<Term, Integer> all() {
        return numbers;
    }
}

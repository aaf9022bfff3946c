package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Tells which phrases of which lists a term may belong to, so that only those are looked for. */
final class PhraseIndex {

    private final Map<Term, Map<List<Phrase>, List<Phrase>>> byTerm = new HashMap<>();

    PhraseIndex(Collection<PhraseList> lists) {
        for (PhraseList list : lists) {
            add(list.phrases());
            add(list.except());
        }
    }

    private void add(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            for (Term sign : phrase.signs()) {
                byTerm.computeIfAbsent(sign, added -> new IdentityHashMap<>())
                        .computeIfAbsent(phrases, added -> new ArrayList<>())
                        .add(phrase);
            }
        }
    }

    /** By list: the phrases that a text may have which has this term. */
    Map<List<Phrase>, List<Phrase>> phrases(Term term) {
        return byTerm.getOrDefault(term, Map.of());
    }
}

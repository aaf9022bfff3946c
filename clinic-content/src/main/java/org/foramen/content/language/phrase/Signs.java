package org.foramen.content.language.phrase;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that speak for a phrase: a text has one of them wherever it has the phrase. */
final class Signs {

    private final Map<Term, PhraseList> lists;

    /** How many places of all phrases have a term; what many have is a common word. */
    private final Map<Term, Long> uses;

    private final Map<Term, Set<Term>> ofLists = new HashMap<>();

    /** @param lists what lists and groups stand for; none leads back to itself */
    Signs(Map<Term, PhraseList> lists) {
        this.lists = lists;
        this.uses = lists.values().stream()
                .flatMap(PhraseList::all)
                .flatMap(Phrase::terms)
                .collect(groupingBy(identity(), counting()));
    }

    /** Those of its rarest place; none where it can stand nowhere. */
    Set<Term> of(Phrase phrase) {
        return phrase.parts().stream()
                .map(part -> ofAny(part.terms()))
                .min(Comparator.comparingLong(
                        terms -> terms.stream().mapToLong(uses::get).sum()))
                .orElse(Set.of());
    }

    private Set<Term> ofAny(List<Term> terms) {
        Set<Term> signs = new LinkedHashSet<>();
        terms.forEach(term -> signs.addAll(term.isList() ? ofList(term) : Set.of(term)));
        return signs;
    }

    private Set<Term> ofList(Term list) {
        Set<Term> known = ofLists.get(list);
        PhraseList phrases = lists.get(list);
        if (known != null || phrases == null) {
            return known != null ? known : Set.of();
        }
        Set<Term> signs = new LinkedHashSet<>();
        phrases.phrases().forEach(phrase -> signs.addAll(of(phrase)));
        ofLists.put(list, signs);
        return signs;
    }
}

package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The phrases by the part of each that is rarest: of thousands, a message can hold only those whose rarest part it has. */
final class Keywords {

    private final List<List<Likely>> byTerm;

    /** Of each group: the lists that are keywords in it. */
    private final int[][] lists;

    /** A phrase, the number of the group that it is of, and the other terms that may announce it too. */
    private record Likely(int group, Phrase phrase, int[] others) {}

    /** @param lists how many there are: of all terms, they have the first numbers */
    Keywords(int terms, int lists, List<List<Phrase>> groups) {
        this.byTerm = Stream.generate(() -> (List<Likely>) new ArrayList<Likely>(0))
                .limit(terms)
                .toList();
        this.lists = new int[groups.size()][];
        int[] uses = uses(terms, groups);
        for (int group = 0; group < groups.size(); group++) {
            for (Phrase phrase : groups.get(group)) {
                learn(group, phrase, phrase.keyword(uses));
            }
            this.lists[group] = groups.get(group).stream()
                    .flatMapToInt(phrase -> IntStream.of(phrase.keyword(uses)))
                    .filter(term -> term < lists)
                    .distinct()
                    .toArray();
        }
    }

    private static int[] uses(int terms, List<List<Phrase>> groups) {
        int[] uses = new int[terms];
        groups.forEach(phrases -> phrases.forEach(phrase -> phrase.terms().forEach(term -> uses[term]++)));
        return uses;
    }

    private void learn(int group, Phrase phrase, int[] keyword) {
        for (int term : keyword) {
            int[] others = IntStream.of(keyword).filter(other -> other != term).toArray();
            byTerm.get(term).add(new Likely(group, phrase, others));
        }
    }

    int groups() {
        return lists.length;
    }

    /** The lists that must be looked for before it is known which phrases of a group are likely. */
    int[] lists(int group) {
        return lists[group];
    }

    /** Notes the phrases that a message with this term may hold. */
    void announce(int term, Findings found) {
        List<Likely> phrases = byTerm.get(term);
        for (int at = 0; at < phrases.size(); at++) {
            Likely likely = phrases.get(at);
            if (!found.hasAny(likely.others())) {
                found.addLikely(likely.group(), likely.phrase());
            }
        }
    }
}

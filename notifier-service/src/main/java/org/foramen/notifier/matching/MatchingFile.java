package org.foramen.notifier.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.foramen.content.language.AssertionSayings;
import org.foramen.content.language.phrase.Sayings;
import org.foramen.contract.Region;

/** The content of {@code language/matching}. */
record MatchingFile(
        Map<String, Sayings> words,
        Map<String, ProcedureSayings> procedures,
        Map<String, Sayings> otherProcedures,
        Map<Region, RegionSayings> regions,
        AssertionSayings assertions) {

    MatchingFile {
        Objects.requireNonNull(words, "the part \"words\" is missing");
        Objects.requireNonNull(procedures, "the part \"procedures\" is missing");
        Objects.requireNonNull(otherProcedures, "the part \"other-procedures\" is missing");
        Objects.requireNonNull(regions, "the part \"regions\" is missing");
        Objects.requireNonNull(assertions, "the part \"assertions\" is missing");
    }

    /** More names of a procedure, misspelled ones too, and what it or its reason looks like in other words. */
    record ProcedureSayings(Sayings names, Map<String, Sayings> described) {}

    /** Words that name a part of the spine, and words that only point to it. */
    record RegionSayings(Sayings named, Sayings implied) {}

    /** Every procedure that this file or a handout names. */
    Set<String> procedures(Map<String, List<String>> names) {
        Set<String> all = new TreeSet<>(procedures.keySet());
        all.addAll(names.keySet());
        return all;
    }

    /** A name is its own example. */
    private static Sayings itself(List<String> names) {
        return new Sayings(names.stream().map(Lists::asPhrase).toList(), List.of(), List.of(), names, List.of());
    }

    /** All lists of phrases by name, with the procedures' names from their handouts. */
    Map<String, Sayings> lists(AssertionSayings shared, Map<String, List<String>> names) {
        Map<String, Sayings> lists = new HashMap<>(words);
        procedures.forEach((id, said) -> {
            lists.put(Lists.names(id), said.names());
            said.described().forEach((what, sayings) -> lists.put(Lists.described(id, what), sayings));
        });
        names.forEach((id, list) -> lists.merge(Lists.names(id), itself(list), Sayings::and));
        lists.put(
                Lists.ANY_PROCEDURE,
                Sayings.of(procedures(names).stream()
                        .map(id -> "{" + Lists.names(id) + "}")
                        .toList()));
        otherProcedures.forEach((what, sayings) -> lists.put(Lists.otherProcedure(what), sayings));
        regions.forEach((region, said) -> {
            lists.put(Lists.named(region), said.named());
            lists.put(Lists.implied(region), said.implied());
        });
        shared.addTo(lists);
        assertions.addTo(lists);
        return lists;
    }
}

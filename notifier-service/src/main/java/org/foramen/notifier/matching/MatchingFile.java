package org.foramen.notifier.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.content.language.assertion.AssertionSayings;
import org.foramen.content.language.phrase.Sayings;
import org.foramen.contract.Region;

/** The content of {@code language/matching}. */
record MatchingFile(
        Map<String, Sayings> words,
        Map<String, ProcedureSayings> procedures,
        Map<String, Sayings> otherProcedures,
        Map<Region, RegionSayings> regions,
        AssertionSayings assertions) {

    private static final int LONG_ENOUGH_TO_MISSPELL = 8;

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
        return new Sayings(names.stream().map(MatchingFile::asPhrase).toList(), List.of(), List.of(), names, List.of());
    }

    /** A plain name as a phrase; its long words may be misspelled. */
    private static String asPhrase(String name) {
        return Stream.of(name.strip().split("[\\s()/,-]+"))
                .map(word -> word.length() >= LONG_ENOUGH_TO_MISSPELL ? word + "~" : word)
                .collect(Collectors.joining(" "));
    }

    /** All lists of phrases by name, with the procedures' names from their handouts. */
    Map<String, Sayings> lists(AssertionSayings shared, Map<String, List<String>> names) {
        Map<String, Sayings> lists = new HashMap<>(words);
        procedures.forEach((id, said) -> {
            lists.put(ListNames.names(id), said.names());
            said.described().forEach((what, sayings) -> lists.put(ListNames.described(id, what), sayings));
        });
        names.forEach((id, list) -> lists.merge(ListNames.names(id), itself(list), Sayings::and));
        lists.put(
                ListNames.ANY_PROCEDURE,
                Sayings.of(procedures(names).stream()
                        .map(id -> "{" + ListNames.names(id) + "}")
                        .toList()));
        otherProcedures.forEach((what, sayings) -> lists.put(ListNames.otherProcedure(what), sayings));
        regions.forEach((region, said) -> {
            lists.put(ListNames.named(region), said.named());
            lists.put(ListNames.implied(region), said.implied());
        });
        shared.addTo(lists);
        assertions.addTo(lists);
        return lists;
    }
}

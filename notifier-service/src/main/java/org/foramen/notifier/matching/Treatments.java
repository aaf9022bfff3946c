package org.foramen.notifier.matching;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a message may speak of: procedures, by their names and in other words, and treatments that no summary explains. */
record Treatments(List<Saying> named, Map<String, List<Saying>> described, List<Saying> others) {

    /** @param names the names and aliases of each procedure that has a summary */
    static Treatments in(MatchingFile file, Map<String, List<String>> names) {
        Map<String, List<Saying>> described = new TreeMap<>();
        file.procedures()
                .forEach((procedure, sayings) -> described.put(
                        procedure,
                        Saying.all(sayings.described().keySet(), what -> ListNames.described(procedure, what))));
        return new Treatments(
                Saying.all(file.procedures(names), ListNames::names),
                described,
                Saying.all(file.otherProcedures().keySet(), ListNames::otherProcedure));
    }

    /** All lists, in this order. */
    Stream<String> lists() {
        return Stream.of(named.stream(), described.values().stream().flatMap(List::stream), others.stream())
                .flatMap(sayings -> sayings)
                .map(Saying::list);
    }
}

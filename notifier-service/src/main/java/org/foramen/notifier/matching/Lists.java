package org.foramen.notifier.matching;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.contract.Region;

/** What the lists of {@code language/matching} are called in the phrasebook. */
final class Lists {

    static final String ANY_PROCEDURE = "procedure";

    private static final int LONG_ENOUGH_TO_MISSPELL = 8;

    private Lists() {}

    static String names(String procedure) {
        return procedure + "-names";
    }

    static String described(String procedure, String what) {
        return procedure + " described as " + what;
    }

    static String otherProcedure(String what) {
        return "other procedure " + what;
    }

    static String named(Region region) {
        return "named " + region;
    }

    static String implied(Region region) {
        return "implied " + region;
    }

    /** A plain name as a phrase; its long words may be misspelled. */
    static String asPhrase(String name) {
        return Stream.of(name.strip().split("[\\s()/,-]+"))
                .map(word -> word.length() >= LONG_ENOUGH_TO_MISSPELL ? word + "~" : word)
                .collect(Collectors.joining(" "));
    }
}

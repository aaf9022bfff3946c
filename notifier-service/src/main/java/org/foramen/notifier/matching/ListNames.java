package org.foramen.notifier.matching;

import org.foramen.contract.Region;

/** What the lists of {@code language/matching} are called in the phrasebook. */
final class ListNames {

    static final String ANY_PROCEDURE = "procedure";

    static final String NOT_LONG_AGO = "not-long-ago";

    private ListNames() {}

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
}

package org.foramen.content.phrases;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Where the words of a doubt stand, seen from what they doubt. */
enum Place {
    BEFORE,
    AFTER,
    AROUND,
    LATER,
    OVER;

    private final Map<Doubt, String> lists = new EnumMap<>(Doubt.class);

    Place() {
        for (Doubt doubt : Doubt.values()) {
            lists.put(doubt, (doubt.name() + " " + name()).toLowerCase(Locale.ROOT));
        }
    }

    /** The name of the list of words that cast this doubt from here. */
    String listOf(Doubt doubt) {
        return requireNonNull(lists.get(doubt));
    }
}

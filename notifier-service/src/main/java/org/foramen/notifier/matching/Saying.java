package org.foramen.notifier.matching;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Something that a message may say, and the name of the list of ways to say it. */
record Saying(String what, String list) {

    /** In order of what is said. */
    static List<Saying> all(Collection<String> whats, UnaryOperator<String> list) {
        return whats.stream()
                .sorted()
                .map(what -> new Saying(what, list.apply(what)))
                .toList();
    }
}

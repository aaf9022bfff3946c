package org.foramen.content.route;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foramen.content.file.InvalidEntry;
import org.foramen.content.file.MailAddress;

/**
 * Where some of the inquiries go.
 *
 * @param when what must hold, each by its name in {@link Trait}; several values of one name mean any of them
 * @param to the inboxes, each of which gets a mail of its own
 */
record Route(Map<String, List<String>> when, List<String> to) {

    static final int MOST_INBOXES = 3;

    Route {
        when = Map.copyOf(when);
        to = List.copyOf(to);
    }

    boolean fits(RoutedInquiry inquiry) {
        return when.entrySet().stream().allMatch(condition -> condition
                .getValue()
                .contains(Trait.named(condition.getKey()).of(inquiry)));
    }

    /** @param place the route's number in the file, for people */
    void check(int place, List<String> languages) {
        String route = "route " + place;
        if (when.isEmpty()) {
            throw wrong(route + " has no condition after 'when'; what fits no route goes to the inbox anyway");
        }
        if (to.isEmpty() || to.size() > MOST_INBOXES) {
            throw wrong(route + " must name one to three inboxes after 'to'");
        }
        if (Set.copyOf(to).size() < to.size()) {
            throw wrong(route + " names an inbox twice");
        }
        to.forEach(address -> requireAddress(route, address));
        when.forEach((name, values) -> requireKnown(route, Trait.named(name), values, languages));
    }

    /** The procedures that it asks for. */
    Set<String> procedures() {
        return new TreeSet<>(when.getOrDefault(Trait.PROCEDURE.wireName(), List.of()));
    }

    private static void requireKnown(String route, Trait trait, List<String> values, List<String> languages) {
        Set<String> known = trait.known(languages);
        if (values.isEmpty()) {
            throw wrong("%s names no %s".formatted(route, trait.wireName()));
        }
        for (String value : values) {
            if (!known.isEmpty() && !known.contains(value)) {
                throw wrong("%s: the %s '%s' is not one of %s"
                        .formatted(route, trait.wireName(), value, String.join(", ", known)));
            }
        }
    }

    private static void requireAddress(String route, String address) {
        if (!MailAddress.isOne(address)) {
            throw wrong("%s: '%s' is not an e-mail address".formatted(route, address));
        }
    }

    static InvalidEntry wrong(String problem) {
        return new InvalidEntry("routes", "cannot be used: " + problem);
    }
}

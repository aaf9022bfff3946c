package org.foramen.content.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The routes of {@code clinic.yml}; the first that fits an inquiry is taken. */
public final class Routes {

    private final List<Route> inOrder;

    @JsonCreator(mode = Mode.DELEGATING)
    Routes(List<Route> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    public Optional<List<String>> inboxesOf(RoutedInquiry inquiry) {
        return inOrder.stream()
                .filter(route -> route.fits(inquiry))
                .map(Route::to)
                .findFirst();
    }

    public void check(List<String> languages) {
        Map<Map<String, List<String>>, Integer> seen = new HashMap<>();
        for (int index = 0; index < inOrder.size(); index++) {
            Route route = inOrder.get(index);
            route.check(index + 1, languages);
            Integer first = seen.putIfAbsent(route.when(), index + 1);
            if (first != null) {
                throw Route.wrong("route %d is never taken: route %d fits the same".formatted(index + 1, first));
            }
        }
    }

    /** All inboxes that some inquiry may go to. */
    public Set<String> inboxes() {
        return inOrder.stream().flatMap(route -> route.to().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The procedures that routes ask for. */
    public Set<String> procedures() {
        Set<String> all = new TreeSet<>();
        inOrder.forEach(route -> all.addAll(route.procedures()));
        return all;
    }
}

package org.foramen.notifier.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foramen.content.language.assertion.Assertions;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Span;

/** Which procedures a message speaks of, by name or in other words, and which of them it wants. */
final class Mentions {

    private static final Set<Doubt> UNWANTED = EnumSet.of(Doubt.DENIED, Doubt.PAST, Doubt.SOMEONE_ELSE);

    private static final Set<Doubt> NOT_OWN = EnumSet.of(Doubt.DENIED, Doubt.SOMEONE_ELSE);

    private final Treatments treatments;

    private final Reading reading;

    private final TreeMap<Span, String> all = new TreeMap<>();

    Mentions(Treatments treatments, Reading reading) {
        this.treatments = treatments;
        this.reading = reading;
        for (Saying procedure : treatments.named()) {
            for (Span span : reading.find(procedure.list())) {
                all.put(span, procedure.what());
            }
        }
    }

    /** The procedures named and not refused, past or another person's; the first named comes first. */
    List<String> named() {
        List<String> named = new ArrayList<>();
        all.forEach((span, procedure) -> {
            if (!named.contains(procedure) && isWanted(span) && !isSwallowed(span)) {
                named.add(procedure);
            }
        });
        return named;
    }

    /** The procedures named only to say no to them, or that they are done. */
    Set<String> dismissed() {
        Set<String> dismissed = new TreeSet<>();
        all.forEach((span, procedure) -> {
            if (!isWanted(span)) {
                dismissed.add(procedure);
            }
        });
        named().forEach(dismissed::remove);
        return dismissed;
    }

    /** The procedures described in other words, each with what was described. */
    Map<String, String> described() {
        Map<String, String> described = new TreeMap<>();
        treatments.described().forEach((procedure, sayings) -> firstWanted(sayings)
                .ifPresent(what -> described.put(procedure, what)));
        return described;
    }

    /** The one procedure spoken of, when it is the writer's own and was done only weeks or months ago: its handout says how one heals. */
    Optional<String> justDone() {
        if (reading.find(ListNames.NOT_LONG_AGO).isEmpty()) {
            return Optional.empty();
        }
        Map<Span, String> spoken = new TreeMap<>(all);
        treatments
                .described()
                .forEach((procedure, sayings) -> sayings.forEach(
                        saying -> reading.find(saying.list()).forEach(span -> spoken.putIfAbsent(span, procedure))));
        boolean isOwn = spoken.keySet().stream()
                .allMatch(span -> Collections.disjoint(NOT_OWN, Assertions.doubts(span, reading)));
        return isOwn && Set.copyOf(spoken.values()).size() == 1
                ? spoken.values().stream().findFirst()
                : Optional.empty();
    }

    /** A treatment asked about that no summary explains. */
    Optional<String> other() {
        return firstWanted(treatments.others());
    }

    private Optional<String> firstWanted(List<Saying> sayings) {
        for (Saying saying : sayings) {
            for (Span span : reading.find(saying.list())) {
                if (isWanted(span)) {
                    return Optional.of(saying.what());
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSwallowed(Span span) {
        for (Span other : all.keySet()) {
            if (other.swallows(span)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted(Span span) {
        return Collections.disjoint(UNWANTED, Assertions.doubts(span, reading));
    }
}

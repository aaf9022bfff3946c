package org.foramen.notifier.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foramen.content.phrases.Assertions;
import org.foramen.content.phrases.Doubt;
import org.foramen.content.phrases.Reading;
import org.foramen.content.phrases.Span;

/** Which procedures a message speaks of, by name or in other words, and which of them it wants. */
final class Mentions {

    private final MatchingFile file;

    private final Set<String> procedures;

    private final Reading reading;

    Mentions(MatchingFile file, Set<String> procedures, Reading reading) {
        this.file = file;
        this.procedures = procedures;
        this.reading = reading;
    }

    /** The procedures named and not refused, past or another person's; the first named comes first. */
    List<String> named() {
        TreeMap<Span, String> wanted = new TreeMap<>();
        TreeMap<Span, String> all = allNamed();
        all.forEach((span, procedure) -> {
            if (isWanted(span) && all.keySet().stream().noneMatch(other -> other.swallows(span))) {
                wanted.put(span, procedure);
            }
        });
        return wanted.values().stream().distinct().toList();
    }

    /** The procedures named only to say no to them, or that they are done. */
    Set<String> dismissed() {
        Set<String> dismissed = new TreeSet<>();
        allNamed().forEach((span, procedure) -> {
            if (!isWanted(span)) {
                dismissed.add(procedure);
            }
        });
        dismissed.removeAll(named());
        return dismissed;
    }

    /** The procedures described in other words, each with what was described. */
    Map<String, String> described() {
        Map<String, String> described = new TreeMap<>();
        file.procedures().forEach((procedure, sayings) -> sayings.described().keySet().stream()
                .sorted()
                .filter(what -> anyWanted(Lists.described(procedure, what)))
                .findFirst()
                .ifPresent(what -> described.put(procedure, what)));
        return described;
    }

    /** A treatment asked about that no summary explains. */
    Optional<String> other() {
        return file.otherProcedures().keySet().stream()
                .sorted()
                .filter(what -> anyWanted(Lists.otherProcedure(what)))
                .findFirst();
    }

    private TreeMap<Span, String> allNamed() {
        TreeMap<Span, String> named = new TreeMap<>();
        for (String procedure : procedures) {
            reading.find(Lists.names(procedure)).forEach(span -> named.put(span, procedure));
        }
        return named;
    }

    private boolean anyWanted(String list) {
        return reading.find(list).stream().anyMatch(this::isWanted);
    }

    private boolean isWanted(Span span) {
        return Stream.of(Doubt.DENIED, Doubt.PAST, Doubt.SOMEONE_ELSE)
                .noneMatch(Assertions.doubts(span, reading)::contains);
    }
}

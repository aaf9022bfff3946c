package org.foramen.intake.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files of the spool that Kafka did not take when it was asked last. Each rests for a while, twice as long each time, and then
 * waits behind those that were refused less often.
 */
final class RefusedFiles {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Refusals NONE = new Refusals(0, Instant.EPOCH, Duration.ZERO);

    private final Map<Path, Refusals> refused = new ConcurrentHashMap<>();

    /** The first of the waiting files that may be tried now. */
    List<Path> next(List<Path> waiting, int most, Instant now) {
        refused.keySet().retainAll(Set.copyOf(waiting));
        return waiting.stream()
                .filter(file -> !of(file).hold(now))
                .sorted(Comparator.comparingInt(file -> of(file).times()))
                .limit(most)
                .toList();
    }

    /** True when it was refused for the first time. */
    boolean add(Path file, Instant now) {
        int times = of(file).times();
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, times));
        Duration rest = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        refused.put(file, new Refusals(times + 1, now.plus(rest), rest));
        return times == 0;
    }

    void remove(Path file) {
        refused.remove(file);
    }

    int count() {
        return refused.size();
    }

    private Refusals of(Path file) {
        return refused.getOrDefault(file, NONE);
    }

    /** @param until when it may be tried again */
    private record Refusals(int times, Instant until, Duration rest) {

        /** No longer than its rest, wherever the clock is set to meanwhile. */
        boolean hold(Instant now) {
            return now.isBefore(until) && !now.isBefore(until.minus(rest));
        }
    }
}

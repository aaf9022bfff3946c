package org.foramen.benchmarks.instrument;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What each contender does before the clock runs: as much as every other, so that a slow one is not colder for it, but no
 * longer than this.
 */
public record WarmUp(int units, Duration atMost) {

    /** @param work does some of it, and says how much that was */
    public void with(DoubleSupplier work) {
        long end = System.nanoTime() + atMost.toNanos();
        double done = 0;
        do {
            done += work.getAsDouble();
        } while (done < units && System.nanoTime() < end);
    }

    @Override
    public String toString() {
        return "%,d or %d s that warmed up".formatted(units, atMost.toSeconds());
    }
}

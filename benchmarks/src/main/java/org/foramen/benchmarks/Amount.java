package org.foramen.benchmarks;

import java.time.Duration;
import java.util.Locale;
import org.foramen.benchmarks.instrument.WarmUp;

/** How much of a benchmark: to try it, to measure in a few minutes, or at full length. */
enum Amount {
    SMALL,
    MEDIUM,
    FULL;

    static Amount of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    <S> S of(S small, S medium, S full) {
        return switch (this) {
            case SMALL -> small;
            case MEDIUM -> medium;
            case FULL -> full;
        };
    }

    static WarmUp warmUp(int units, int seconds) {
        return new WarmUp(units, seconds(seconds));
    }

    static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}

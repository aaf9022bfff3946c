package org.foramen.benchmarks.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void itEndsWhenEnoughIsDone() {
        new WarmUp(5, Duration.ofMinutes(1)).with(() -> {
            rounds.incrementAndGet();
            return 2;
        });

        assertThat(rounds).hasValue(3);
    }

    @Test
    void itEndsInTimeForWhoIsSlowButNotBeforeOneRound() {
        new WarmUp(5, Duration.ZERO).with(() -> {
            rounds.incrementAndGet();
            return 2;
        });

        assertThat(rounds).hasValue(1);
    }
}

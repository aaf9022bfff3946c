package org.foramen.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTests {

    private long nanos;

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, Long.MAX_VALUE - 10, Long.MIN_VALUE, -10})
    void isOverWhenTheTimeHasPassedAndNotBefore(long start) {
        nanos = start;
        Wait end = Wait.of(Duration.ofNanos(20), () -> nanos);

        assertThat(end.isOver()).isFalse();
        nanos = start + 19;
        assertThat(end.isOver()).isFalse();
        nanos = start + 20;
        assertThat(end.isOver()).isTrue();
    }
}

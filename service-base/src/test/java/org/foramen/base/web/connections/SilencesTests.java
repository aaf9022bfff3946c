package org.foramen.base.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilencesTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> OPEN = List.of("busy", "slow");

    private final Map<String, Long> written = new HashMap<>(Map.of("busy", 1_000L, "slow", 1_000L));
    private final Silences<String> silences = new Silences<>(written::get);

    @Test
    void whoIsWrittenToIsNotSilent() {
        assertThat(after(0)).isEmpty();
        written.put("busy", 31_000L);
        assertThat(after(30)).isEmpty();
        assertThat(after(60)).containsExactly("slow");
    }

    @Test
    void aClockThatIsSetForwardMakesNobodySilent() {
        assertThat(after(0)).isEmpty();
        written.put("busy", 3_601_000L);
        assertThat(after(1)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyLonger() {
        assertThat(after(0)).isEmpty();
        written.put("slow", -3_599_000L);
        assertThat(after(1)).isEmpty();
        assertThat(after(61)).containsExactlyElementsOf(OPEN);
    }

    @Test
    void whatWasClosedIsForgotten() {
        assertThat(after(0)).isEmpty();
        assertThat(silences.ofAtLeast(MINUTE, List.of(), seconds(30))).isEmpty();
        assertThat(after(60)).isEmpty();
    }

    @Test
    void theCounterMayOverflow() {
        long start = Long.MAX_VALUE - seconds(10);
        assertThat(silences.ofAtLeast(MINUTE, OPEN, start)).isEmpty();
        assertThat(silences.ofAtLeast(MINUTE, OPEN, start + seconds(60))).containsExactlyElementsOf(OPEN);
    }

    private List<String> after(long seconds) {
        return silences.ofAtLeast(MINUTE, OPEN, seconds(seconds));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}

package org.foramen.notifier.smtp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseAskedTests {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "{0} asks for {1} s")
    @CsvSource({"120, 120", "' 7 ', 7", "0, 0", "-3, 0", "soon, 0", "99999999999999999999, 0", ", 0"})
    void secondsAreTakenAsTheyAre(@Nullable String header, long seconds) {
        assertThat(pause(header, null)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest(name = "{0} asks for {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 29 Nov 2026 12:02:00 GMT | 120",
                "' Sun, 29 Nov 2026 13:00:00 GMT ' | 3600",
                "Sun, 29 Nov 2026 11:59:00 GMT | 0",
                "Mon, 29 Nov 2026 12:02:00 GMT | 0",
                "29 Nov 2026 | 0"
            })
    void aDateIsHeldAgainstNow(String header, long seconds) {
        assertThat(pause(header, null)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateOfAnEndpointWhoseClockIsWrongIsHeldAgainstItsOwn() {
        assertThat(pause("Sun, 29 Nov 2026 15:02:00 GMT", "Sun, 29 Nov 2026 15:00:00 GMT"))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aDateThatCannotBeReadIsNotHeldAgainstAnything() {
        assertThat(pause("Sun, 29 Nov 2026 12:02:00 GMT", "today")).isEqualTo(Duration.ofMinutes(2));
    }

    private static Duration pause(@Nullable String retryAfter, @Nullable String date) {
        HTTPResponse answer = new HTTPResponse(429);
        if (retryAfter != null) {
            answer.setHeader("Retry-After", retryAfter);
        }
        if (date != null) {
            answer.setHeader("Date", date);
        }
        return PauseAsked.of(answer, NOW);
    }
}

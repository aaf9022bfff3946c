package org.foramen.notifier.console.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:05Z");

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void aFewTriesAreFreeThenEachWaitsTwiceAsLong() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(admits(0)).isTrue();
        }
        assertThat(admits(29)).isFalse();
        assertThat(admits(30)).isTrue();
        assertThat(admits(89)).isFalse();
        assertThat(admits(90)).isTrue();
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHour() {
        Instant now = NOW;
        for (int guess = 0; guess < 40; guess++) {
            assertThat(throttle.waits("ana", now)).isFalse();
            throttle.count("ana", 3, now);
            now = now.plus(Duration.ofMinutes(15));
        }
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        admits(0);
        admits(0);
        throttle.forget("ana");

        assertThat(admits(0)).isTrue();
        assertThat(admits(0)).isTrue();
        assertThat(admits(0)).isTrue();
        assertThat(admits(0)).isFalse();
    }

    @Test
    void whoComesBackTomorrowBeginsAnew() {
        for (int guess = 0; guess < 3; guess++) {
            admits(0);
        }

        assertThat(admits(86_400)).isTrue();
        assertThat(admits(86_400)).isTrue();
    }

    @Test
    void oneWhoGuessesHoldsUpNobodyElse() {
        for (int guess = 0; guess < 4; guess++) {
            admits(0);
        }

        assertThat(throttle.waits("vera", NOW)).isFalse();
    }

    private boolean admits(int secondsLater) {
        Instant now = NOW.plusSeconds(secondsLater);
        boolean admitted = !throttle.waits("ana", now);
        if (admitted) {
            throttle.count("ana", 3, now);
        }
        return admitted;
    }
}

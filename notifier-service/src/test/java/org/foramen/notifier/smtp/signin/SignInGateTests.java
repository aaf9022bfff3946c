package org.foramen.notifier.smtp.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.foramen.content.MovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may try to sign in, and when. */
@Timeout(60)
class SignInGateTests {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T12:00:00Z"));
    private final SignInGate gate = new SignInGate(Duration.ofSeconds(30), Duration.ofMinutes(10), clock);

    @Test
    void ofManyWithAWrongPasswordOneTries() {
        AtomicInteger tries = new AtomicInteger();
        ExecutorService connections = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.runAsync(() -> tryAndBeRefused(tries), connections))
                .toList();

        all.forEach(CompletableFuture::join);
        connections.shutdown();

        assertThat(tries).hasValue(1);
    }

    @Test
    void thePauseDoublesUpToTheLongest() throws Exception {
        List<Long> pauses = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            pauses.add(pauseAfterARefusal());
        }

        assertThat(pauses).containsExactly(30L, 60L, 120L, 240L, 480L, 600L, 600L);
    }

    @Test
    void aSignInThatWorksBeginsAnew() throws Exception {
        pauseAfterARefusal();
        pauseAfterARefusal();
        try (SignInGate.Pass pass = gate.enter()) {
            pass.signedIn();
        }

        assertThat(pauseAfterARefusal()).isEqualTo(30);
    }

    @Test
    void severalThatWereRefusedAtOnceAreOneRefusal() throws Exception {
        try (SignInGate.Pass pass = gate.enter()) {
            pass.signedIn();
        }
        try (SignInGate.Pass one = gate.enter();
                SignInGate.Pass other = gate.enter()) {
            one.refused("no");
            other.refused("no");
        }

        clock.move(Duration.ofSeconds(30));
        gate.enter().close();
    }

    @Test
    void theOthersHearWhyAndUntilWhen() throws Exception {
        try (SignInGate.Pass pass = gate.enter()) {
            pass.refused("the mail server refused our sign-in (535)");
        }

        assertThatExceptionOfType(SignInFailed.class)
                .isThrownBy(gate::enter)
                .withMessage("the mail server refused our sign-in (535); the next try is at 2026-11-28T12:00:30Z");
    }

    @ParameterizedTest(name = "asked for {0} s, it waits for {1} s")
    @CsvSource({"0, 30", "29, 30", "31, 31", "600, 600", "86400, 600"})
    void whoRefusesMayAskForALongerPause(long asked, long waits) throws Exception {
        SignInFailed busy = new SignInFailed("the token endpoint is busy", Duration.ofSeconds(asked), null);

        assertThat(pauseAfter(pass -> pass.refused(busy))).isEqualTo(waits);
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyOutForLonger() throws Exception {
        try (SignInGate.Pass pass = gate.enter()) {
            pass.refused("no");
        }

        clock.move(Duration.ofSeconds(-3600));

        gate.enter().close();
    }

    private void tryAndBeRefused(AtomicInteger tries) {
        try (SignInGate.Pass pass = gate.enter()) {
            tries.incrementAndGet();
            pass.refused("no");
        } catch (SignInFailed e) {
            assertThat(e.why()).startsWith("no; the next try is at ");
        }
    }

    private long pauseAfterARefusal() throws Exception {
        return pauseAfter(pass -> pass.refused("no"));
    }

    /** In seconds. */
    private long pauseAfter(Consumer<SignInGate.Pass> refusal) throws Exception {
        try (SignInGate.Pass pass = gate.enter()) {
            refusal.accept(pass);
        }
        Instant refused = clock.instant();
        while (isClosed()) {
            clock.move(Duration.ofSeconds(1));
        }
        return Duration.between(refused, clock.instant()).toSeconds();
    }

    private boolean isClosed() {
        try (SignInGate.Pass pass = gate.enter()) {
            return pass == null;
        } catch (SignInFailed e) {
            return true;
        }
    }
}

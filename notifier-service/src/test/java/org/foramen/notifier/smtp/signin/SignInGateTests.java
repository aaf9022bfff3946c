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
import java.util.stream.IntStream;
import org.foramen.notifier.MovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    /** In seconds. */
    private long pauseAfterARefusal() throws Exception {
        try (SignInGate.Pass pass = gate.enter()) {
            pass.refused("no");
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

package org.foramen.notifier.smtp.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets everybody sign in once it is known to work; until then one tries for all, and after a refusal seldom: a wrong password
 * that is tried again and again locks the account.
 */
public final class SignInGate {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Refusal NONE_YET = new Refusal("", Instant.MIN, Duration.ZERO);

    private final Duration first;
    private final Duration longest;
    private final Clock clock;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile boolean proven;
    private volatile Refusal refusal = NONE_YET;

    /** @param first the pause after the first refusal; it doubles with each, up to the longest */
    public SignInGate(Duration first, Duration longest, Clock clock) {
        this.first = first;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * Waits for its turn where that is needed.
     *
     * @throws SignInFailed when the last try was refused not long ago
     */
    public Pass enter() throws SignInFailed {
        if (proven) {
            return new Pass(false);
        }
        waitForTurn();
        if (proven) {
            trying.unlock();
            return new Pass(false);
        }
        Refusal last = refusal;
        if (last.holds(clock.instant())) {
            trying.unlock();
            throw new SignInFailed(last.inWords(), null);
        }
        return new Pass(true);
    }

    private void waitForTurn() throws SignInFailed {
        try {
            if (!trying.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignInFailed("somebody else is still signing in to the mail server", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInFailed("the sign-in was broken off", e);
        }
    }

    private synchronized void refuse(String why, Duration asked) {
        Instant now = clock.instant();
        proven = false;
        if (refusal.holds(now)) {
            return; // one of several that had begun before the first of them was refused
        }
        Duration doubled = refusal.pause().isZero() ? first : refusal.pause().multipliedBy(2);
        Duration wished = doubled.compareTo(asked) < 0 ? asked : doubled;
        Duration pause = wished.compareTo(longest) > 0 ? longest : wished;
        refusal = new Refusal(why, now.plus(pause), pause);
    }

    private synchronized void prove() {
        proven = true;
        refusal = NONE_YET;
    }

    private record Refusal(String why, Instant until, Duration pause) {

        /** No longer than its pause, wherever the clock is set to meanwhile. */
        boolean holds(Instant now) {
            return now.isBefore(until) && !now.isBefore(until.minus(pause));
        }

        String inWords() {
            return why + "; the next try is at " + until.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** The leave to open one connection. */
    public final class Pass implements AutoCloseable {

        private final boolean isAlone;

        private Pass(boolean isAlone) {
            this.isAlone = isAlone;
        }

        public void signedIn() {
            prove();
        }

        /** @param why a sentence for operators; the others hear it too */
        public void refused(String why) {
            refuse(why, Duration.ZERO);
        }

        /** The same, and who refused may have said how long to wait; no longer than the longest pause. */
        public void refused(SignInFailed refusal) {
            refuse(refusal.why(), refusal.pause());
        }

        @Override
        public void close() {
            if (isAlone) {
                trying.unlock();
            }
        }
    }
}

package org.foramen.stack.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting. */
public final class Pause {

    private static final Duration OFTEN = Duration.ofMillis(2);

    private Pause() {}

    public static void of(Duration time) {
        until(System.nanoTime() + time.toNanos());
    }

    /** @param nanoTime as {@link System#nanoTime()} gives it */
    public static void until(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** @throws IllegalStateException when it has not come true in time */
    public static void until(BooleanSupplier there, String what, Duration patience) {
        until(there, what, patience, OFTEN);
    }

    /** @param interval between two looks */
    public static void until(BooleanSupplier there, String what, Duration patience, Duration interval) {
        long end = System.nanoTime() + patience.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            of(interval);
        }
    }
}

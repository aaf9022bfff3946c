package org.foramen.base.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of a wait in this process. A clock that is set back an hour would make it an hour longer; this one counts what passes. */
public final class Wait {

    private final LongSupplier nanos;
    private final long end;

    private Wait(Duration wait, LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + wait.toNanos();
    }

    public static Wait of(Duration wait) {
        return of(wait, System::nanoTime);
    }

    /** @param nanos a counter of nanoseconds from any start, which may overflow */
    static Wait of(Duration wait, LongSupplier nanos) {
        return new Wait(wait, nanos);
    }

    public boolean isOver() {
        return nanos.getAsLong() - end >= 0;
    }
}

package org.foramen.notifier.smtp.socket;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sets deadlines of one length; a thread keeps them. */
public final class Deadlines implements AutoCloseable {

    private final Duration length;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "smtp-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    public Deadlines(Duration length) {
        this.length = length;
    }

    public Deadline begin() {
        Deadline deadline = new Deadline();
        deadline.setAlarm(clock.schedule(deadline::end, length.toNanos(), TimeUnit.NANOSECONDS));
        return deadline;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

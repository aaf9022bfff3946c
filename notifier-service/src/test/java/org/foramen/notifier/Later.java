package org.foramen.notifier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A scheduler whose tasks are done when the test says so. */
public final class Later extends ThreadPoolTaskScheduler {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant when) {
        waiting.add(task);
        return null; // nobody asks what became of it
    }

    /** Does what waits now, and says how much it was. */
    public int comes() {
        int tasks = waiting.size();
        for (int done = 0; done < tasks; done++) {
            waiting.remove().run();
        }
        return tasks;
    }
}

package org.foramen.base.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;

/**
 * What is done soon after somebody asked for it, once for all who asked meanwhile, and never twice at a time. So nothing looks each
 * second for work that comes a few times an hour.
 */
public final class AskedTask {

    private static final Logger log = LoggerFactory.getLogger(AskedTask.class);

    private final Runnable task;
    private final Duration soon;
    private final TaskScheduler scheduler;
    private final AtomicBoolean asked = new AtomicBoolean();

    /** @param soon how long it waits for others to ask as well */
    public AskedTask(Runnable task, Duration soon, TaskScheduler scheduler) {
        this.task = task;
        this.soon = soon;
        this.scheduler = scheduler;
    }

    /** Costs nothing where it was asked for already. While the program stops, nothing happens. */
    public void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                scheduler.schedule(this::run, Instant.now().plus(soon));
            } catch (TaskRejectedException e) { // what is left is found after the next start
                log.debug("asked for while the program stops", e);
            }
        }
    }

    private synchronized void run() {
        asked.set(false); // who asks from now on may have something that this run does not see
        task.run();
    }
}

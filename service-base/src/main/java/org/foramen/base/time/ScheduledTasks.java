package org.foramen.base.time;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ErrorHandler;

/**
 * Says what failed in a task that is done again and again: all of it once, and from then on in a line. A page of exceptions each
 * time would fill the disk of the logs while the database is away.
 */
public final class ScheduledTasks
        implements ThreadPoolTaskSchedulerCustomizer, SimpleAsyncTaskSchedulerCustomizer, ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(ScheduledTasks.class);
    private static final String OURS = "org.foramen.";
    private static final int MOST_TOLD = 100;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(this);
    }

    @Override
    public void customize(SimpleAsyncTaskScheduler scheduler) {
        scheduler.setErrorHandler(this);
    }

    @Override
    public void handleError(Throwable failure) {
        String what = failure.getClass().getSimpleName() + " in " + placeOf(failure);
        if (told.size() < MOST_TOLD && told.add(what)) {
            log.error("A scheduled task failed and will be tried again: {}", what, failure);
        } else {
            log.warn("A scheduled task failed again: {}", what);
        }
    }

    private static String placeOf(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(call -> call.getClassName().startsWith(OURS))
                .findFirst()
                .map(call -> call.getClassName().substring(call.getClassName().lastIndexOf('.') + 1) + "."
                        + call.getMethodName())
                .orElse("code of others");
    }
}

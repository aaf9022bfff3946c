package org.foramen.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.foramen.base.time.ScheduledTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@ExtendWith(OutputCaptureExtension.class)
class ScheduledTasksTests {

    private final ScheduledTasks tasks = new ScheduledTasks();

    @Test
    void whatFailsAgainAndAgainIsAPageOnceAndThenALine(CapturedOutput log) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        tasks.customize(scheduler);
        scheduler.initialize();
        AtomicInteger tries = new AtomicInteger();

        scheduler.scheduleWithFixedDelay(
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofMillis(1));

        await().untilAsserted(() -> assertThat(tries).hasValueGreaterThan(5));
        scheduler.shutdown();
        assertThat(log.toString().lines().filter(line -> line.contains("\tat org.foramen.")))
                .as("lines of exceptions that name us")
                .hasSize(1);
        assertThat(log).contains("A scheduled task failed again: IllegalStateException in ScheduledTasksTests.lambda");
    }

    @Test
    void whatFailsElsewhereIsToldWholeToo(CapturedOutput log) {
        tasks.handleError(new IllegalStateException("here"));
        tasks.handleError(new IllegalArgumentException("there"));

        assertThat(log).contains("IllegalStateException: here", "IllegalArgumentException: there");
    }
}

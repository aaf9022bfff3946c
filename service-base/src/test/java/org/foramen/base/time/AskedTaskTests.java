package org.foramen.base.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class AskedTaskTests {

    private final Later later = new Later();
    private final List<String> done = new ArrayList<>();
    private final AskedTask task = new AskedTask(() -> done.add("once"), Duration.ofSeconds(1), later);

    @Test
    void whoeverAsksMeanwhileIsServedByOneRun() {
        task.ask();
        task.ask();
        assertThat(done).isEmpty();

        later.comes();

        assertThat(done).containsExactly("once");
        assertThat(later.waiting).isEmpty();
    }

    @Test
    void whatIsAskedForWhileItRunsIsDoneAgain() {
        List<AskedTask> itself = new ArrayList<>();
        itself.add(new AskedTask(
                () -> {
                    done.add("run");
                    if (done.size() == 1) {
                        itself.get(0).ask();
                    }
                },
                Duration.ofSeconds(1),
                later));
        itself.get(0).ask();

        later.comes();
        later.comes();

        assertThat(done).containsExactly("run", "run");
        assertThat(later.waiting).isEmpty();
    }

    @Test
    void aTaskThatFailsIsDoneWhenItIsAskedForAgain() {
        AskedTask failing = new AskedTask(
                () -> {
                    done.add("tried");
                    throw new IllegalStateException("not now");
                },
                Duration.ofSeconds(1),
                later);
        failing.ask();
        assertThatIllegalStateException().isThrownBy(later::comes);

        failing.ask();

        assertThatIllegalStateException().isThrownBy(later::comes);
        assertThat(done).containsExactly("tried", "tried");
    }

    @Test
    void nobodyFailsWhoAsksWhileTheProgramStops() {
        later.stopped = true;

        task.ask();

        assertThat(later.waiting).isEmpty();
    }

    /** What is to be done later is done when the test says so. */
    private static final class Later extends ThreadPoolTaskScheduler {

        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean stopped;

        @Override
        public ScheduledFuture<?> schedule(Runnable task, Instant when) {
            if (stopped) {
                throw new TaskRejectedException("stopped");
            }
            waiting.add(task);
            return null; // nobody asks what became of it
        }

        void comes() {
            waiting.remove().run();
        }
    }
}

package org.foramen.notifier.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit: what many threads write at about the same time is committed together, for a commit costs nearly the same for
 * one write as for fifty. There is one commit at a time; who comes meanwhile is in the next, which waits a moment for more
 * where the last was for several.
 */
@Component
class CommonCommits {

    /** Long beside a write, short beside a mail server's answer. */
    private static final long MOMENT_NANOS = Duration.ofMillis(5).toNanos();

    private final TransactionTemplate transaction;
    private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean leader = new AtomicBoolean();
    private final Lock committing = new ReentrantLock();
    private volatile boolean crowded;

    CommonCommits(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does the work, perhaps on another thread, and returns what it returned once that is durable. Work that fails is rolled
     * back and its exception thrown here; it does not make another's fail. Not to be called within a transaction.
     */
    <T> T commit(Supplier<T> work) {
        Write<T> write = new Write<>(work);
        waiting.add(write);
        if (leader.compareAndSet(false, true)) {
            if (crowded) {
                LockSupport.parkNanos(MOMENT_NANOS);
            }
            commitAllWaiting();
        }
        return write.outcome();
    }

    private void commitAllWaiting() {
        committing.lock();
        leader.set(false); // who comes from here on leads the next group, or is still in this one
        List<Write<?>> group = allWaiting();
        try {
            if (!group.isEmpty()) {
                crowded = group.size() > 1;
                settle(group);
            }
        } finally {
            group.forEach(Write::cutOff);
            committing.unlock();
        }
    }

    private List<Write<?>> allWaiting() {
        List<Write<?>> all = new ArrayList<>();
        for (Write<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        return all;
    }

    private void settle(List<Write<?>> together) {
        try {
            transaction.executeWithoutResult(status -> together.forEach(Write::run));
            together.forEach(Write::succeeded);
        } catch (TransactionException e) { // there is no database, or none any more, whoever asks
            together.forEach(write -> write.failed(e));
        } catch (RuntimeException e) {
            if (together.size() == 1) {
                together.get(0).failed(e);
            } else {
                together.forEach(write -> settle(List.of(write)));
            }
        }
    }

    private static final class Write<T> {

        private final Supplier<T> work;
        private final CompletableFuture<T> durable = new CompletableFuture<>();
        private @Nullable T result;

        Write(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            result = work.get();
        }

        void succeeded() {
            durable.complete(requireNonNull(result));
        }

        void failed(RuntimeException e) {
            durable.completeExceptionally(e);
        }

        /** Nobody may wait for ever for a leader that an error has killed. */
        void cutOff() {
            if (!durable.isDone()) {
                failed(new IllegalStateException("a commit was cut off"));
            }
        }

        T outcome() {
            try {
                return durable.join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    }
}

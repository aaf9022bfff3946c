package org.foramen.notifier.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit: what many threads write at about the same time is committed together, for a commit costs nearly the same for
 * one write as for fifty. There is one commit at a time, on a thread of its own; what comes meanwhile is in the next, which
 * waits a moment for more where the last was for several.
 */
@Component
class CommonCommits implements DisposableBean {

    /** Long beside a write, short beside a mail server's answer. */
    private static final long MOMENT_NANOS = Duration.ofMillis(5).toNanos();

    private final TransactionTemplate transaction;
    private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService committer = Executors.newSingleThreadExecutor(work -> new Thread(work, "ledger"));
    private boolean crowded; // the committer's

    CommonCommits(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Has the work done and returns what it returned once that is durable. Work that fails is rolled back and its exception
     * thrown here; it does not make another's fail. Not to be called within a transaction.
     */
    <T> T commit(Supplier<T> work) {
        try {
            return begin(work).join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    /** Has the work done after all that this thread gave before, while the thread goes on. */
    <T> CompletableFuture<T> begin(Supplier<T> work) {
        Write<T> write = new Write<>(work);
        waiting.add(write);
        if (called.compareAndSet(false, true)) {
            committer.execute(this::commitAllWaiting);
        }
        return write.durable;
    }

    /** What was given is still written. */
    @Override
    public void destroy() {
        committer.shutdown();
    }

    private void commitAllWaiting() {
        if (crowded) {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        called.set(false); // who comes from here on calls for the next group, or is still in this one
        List<Write<?>> group = allWaiting();
        try {
            if (!group.isEmpty()) {
                crowded = group.size() > 1;
                settle(group);
            }
        } finally {
            group.forEach(Write::cutOff);
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

        /** Nobody may wait for ever for a commit that an error has ended. */
        void cutOff() {
            if (!durable.isDone()) {
                failed(new IllegalStateException("a commit was cut off"));
            }
        }
    }
}

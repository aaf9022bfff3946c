package org.foramen.notifier.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit: what many threads write at about the same time is committed together, for a commit costs nearly the same for
 * one write as for fifty. There is one commit at a time, on a thread of its own; what comes meanwhile is in the next, which
 * waits a moment until as many are there as shared the last.
 */
@Component
class GroupCommit {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /** Long beside a write, short beside a mail server's answer. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final TransactionTemplate transaction;
    private final long momentNanos;
    private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
    private int sizeOfLast; // the committer's

    @Autowired
    GroupCommit(PlatformTransactionManager transactions) {
        this(transactions, MOMENT);
    }

    GroupCommit(PlatformTransactionManager transactions, Duration moment) {
        this.transaction = new TransactionTemplate(transactions);
        this.momentNanos = moment.toNanos();
        Thread committer = new Thread(this::commitForEver, "ledger");
        committer.setDaemon(true); // it serves who still writes while the notifier ends, and keeps no process alive
        committer.start();
    }

    /**
     * Has the work done and returns what it returned once that is durable. Work that fails is rolled back and its exception
     * thrown here; it does not make another's fail. Not to be called within a transaction.
     */
    <T> T commit(Supplier<T> work) {
        try {
            return handIn(work).join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    /** Has the work done after all that this thread gave before, while the thread goes on. */
    <T> CompletableFuture<T> handIn(Supplier<T> work) {
        Write<T> write = new Write<>(work);
        waiting.add(write);
        return write.durable;
    }

    private void commitForEver() {
        while (true) {
            List<Write<?>> group = new ArrayList<>();
            try {
                takeAll(group);
                settle(group);
            } catch (Error e) {
                log.error("A commit was cut off by {}", e.getClass().getName());
            } finally {
                group.forEach(Write::cutOff);
            }
        }
    }

    private void takeAll(List<Write<?>> group) {
        try {
            group.add(waiting.take());
            long end = System.nanoTime() + momentNanos;
            waiting.drainTo(group);
            while (group.size() < sizeOfLast) {
                Write<?> next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    break;
                }
                group.add(next);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
        sizeOfLast = group.size();
    }

    /** Where one of them fails, each half is tried without the other. */
    private void settle(List<Write<?>> group) {
        try {
            transaction.executeWithoutResult(status -> group.forEach(Write::run));
            group.forEach(Write::succeeded);
        } catch (TransactionException e) { // there is no database, or none any more, whoever asks
            group.forEach(write -> write.failed(e));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.get(0).failed(e);
            } else {
                int half = group.size() / 2;
                settle(group.subList(0, half));
                settle(group.subList(half, group.size()));
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

package org.foramen.notifier.consumer;

import static java.util.Objects.requireNonNullElseGet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.smtp.MailServerAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Works off what was read, so many records at once, and those of one inquiry in their order. A batch ends when all of it is
 * done and noted, or is cut at the first record that is not: Kafka is told that far, and what was done beyond is in the
 * ledger.
 */
final class BatchWorker {

    private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

    /** So long after a batch was read nothing of it is begun any more, so that its reader comes back to Kafka in time. */
    private static final Duration BEGINS = Duration.ofMinutes(1);

    private final ExecutorService hands;
    private volatile boolean stopping;
    private volatile boolean failed;

    BatchWorker(String name, int atOnce) {
        this.hands = Executors.newFixedThreadPool(atOnce, work -> hand(work, name));
    }

    /**
     * Works a batch off.
     *
     * @throws BatchListenerFailedException that names the first record that is not done
     */
    <R extends ConsumerRecord<String, ?>> void work(List<R> batch, Function<R, CompletableFuture<Void>> work) {
        Run<R> run = new Run<>(batch, work);
        List<List<Integer>> inquiries = new ArrayList<>(byInquiry(batch));
        if (failed) {
            run.tryOut(inquiries.remove(0)); // a single one looks whether the others may follow
        }
        CompletableFuture.allOf(inquiries.stream()
                        .map(inquiry -> CompletableFuture.runAsync(() -> run.work(inquiry), hands))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        run.awaitNoted();
        failed = run.failure != null;
        run.requireDone();
    }

    /** Lets those finish that are being worked on, and begins no other. */
    void stop() {
        stopping = true;
    }

    private static Thread hand(Runnable work, String name) {
        Thread hand = new Thread(work, name);
        hand.setDaemon(true); // the reader of a batch waits for its hands, and keeps no process alive
        return hand;
    }

    private static Collection<List<Integer>> byInquiry(List<? extends ConsumerRecord<String, ?>> batch) {
        Map<String, List<Integer>> inquiries = new LinkedHashMap<>();
        for (int index = 0; index < batch.size(); index++) {
            String inquiry = batch.get(index).key();
            inquiries
                    .computeIfAbsent(inquiry == null ? "" : inquiry, first -> new ArrayList<>())
                    .add(index);
        }
        return inquiries.values();
    }

    private final class Run<R> {

        private final List<R> batch;
        private final Function<R, CompletableFuture<Void>> work;
        private final @Nullable CompletableFuture<?>[] noted; // null where a record is not done
        private final long end = System.nanoTime() + BEGINS.toNanos();
        private volatile @Nullable RuntimeException failure;

        Run(List<R> batch, Function<R, CompletableFuture<Void>> work) {
            this.batch = batch;
            this.work = work;
            this.noted = new CompletableFuture<?>[batch.size()];
        }

        void work(List<Integer> indices) {
            for (int index : indices) {
                if (stopping || failure != null || System.nanoTime() > end) {
                    return;
                }
                try {
                    noted[index] = work.apply(batch.get(index)).whenComplete(this::stopOnFailure);
                } catch (Throwable e) { // an error too: the others of the batch must be waited for
                    stopOnFailure(null, e);
                }
            }
        }

        /** When one record fails or its outcome cannot be noted, no hand begins anything more. */
        private void stopOnFailure(@Nullable Object nothing, @Nullable Throwable e) {
            if (e != null) {
                Throwable why = e instanceof CompletionException ? e.getCause() : e;
                if (why instanceof Error) {
                    log.error("A record was cut off by {}", why.getClass().getName());
                }
                failure = why instanceof RuntimeException known ? known : new IllegalStateException(why);
            }
        }

        void tryOut(List<Integer> indices) {
            work(indices);
            awaitNoted();
        }

        /** What cannot be noted is not done. */
        void awaitNoted() {
            for (int index = 0; index < noted.length; index++) {
                try {
                    if (noted[index] != null) {
                        noted[index].join();
                    }
                } catch (CompletionException e) {
                    noted[index] = null;
                }
            }
        }

        void requireDone() {
            for (int index = 0; index < noted.length; index++) {
                if (noted[index] == null) {
                    RuntimeException why = requireNonNullElseGet(
                            failure,
                            () -> new MailServerAway(
                                    stopping ? "this notifier is stopping" : "the mail server is slow"));
                    throw new BatchListenerFailedException("a record waits", why, index);
                }
            }
        }
    }
}

package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.smtp.MailServerAway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class BatchWorkerTests {

    private static final Executor LATER = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private final BatchWorker worker = new BatchWorker("worker", 4);
    private final Set<Long> done = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void asManyRecordsAreWorkedOnAtOnceAsThereAreHands() {
        CyclicBarrier four = new CyclicBarrier(4);

        worker.work(batch("a", "b", "c", "d", "e", "f", "g", "h"), record -> {
            meet(four);
            return done(record);
        });

        assertThat(done).hasSize(8);
    }

    @Test
    void theRecordsOfOneInquiryAreWorkedOffInTheirOrder() {
        Map<String, Queue<Long>> order = new ConcurrentHashMap<>();

        worker.work(batch("a", "b", "a", "b", "a", "c", "b"), record -> {
            order.computeIfAbsent(record.key(), first -> new ConcurrentLinkedQueue<>())
                    .add(record.offset());
            return CompletableFuture.completedFuture(null);
        });

        assertThat(order.get("a")).containsExactly(0L, 2L, 4L);
        assertThat(order.get("b")).containsExactly(1L, 3L, 6L);
    }

    @Test
    void aBatchIsCutAtTheFirstRecordThatIsNotDone() {
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(batch("a", "b", "c", "d", "e"), this::failAtTwo))
                .withCauseInstanceOf(MailServerAway.class)
                .satisfies(failed -> assertThat(done)
                        .containsAll(
                                LongStream.range(0, failed.getIndex()).boxed().toList())
                        .doesNotContain((long) failed.getIndex(), 2L));
    }

    @Test
    void afterAFailureOneRecordGoesFirstAndTheOthersFollowOnlyWhenItPassed() {
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(batch("a", "b", "c"), this::failAtTwo));
        done.clear();
        Queue<Long> tried = new ConcurrentLinkedQueue<>();

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(batch("c", "d", "e", "f"), record -> {
                    tried.add(record.offset());
                    throw new MailServerAway("still away");
                }))
                .satisfies(failed -> assertThat(failed.getIndex()).isZero());
        assertThat(tried).containsExactly(0L);

        worker.work(batch("c", "d", "e", "f"), this::done);
        assertThat(done).hasSize(4);
    }

    @Test
    void aRecordWithoutAKeyIsWorkedOffToo() {
        worker.work(batch("a", null, "b", null), this::done);

        assertThat(done).hasSize(4);
    }

    @Test
    void aHandGoesOnWhileWhatCameOfARecordIsBeingNoted() {
        BatchWorker oneHand = new BatchWorker("one hand", 1);
        CountDownLatch othersAreDone = new CountDownLatch(3);

        oneHand.work(batch("a", "b", "c"), record -> {
            othersAreDone.countDown();
            return CompletableFuture.runAsync(() -> await(othersAreDone));
        });

        assertThat(othersAreDone.getCount()).isZero();
        oneHand.stop();
    }

    @Test
    void aBatchEndsWhenAllIsNoted() {
        worker.work(batch("a", "b", "a", "c"), record -> CompletableFuture.runAsync(() -> done(record), LATER));

        assertThat(done).hasSize(4);
    }

    @Test
    void nothingMoreIsBegunWhenWhatCameOfARecordCannotBeNoted() {
        BatchWorker oneHand = new BatchWorker("one hand", 1);

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> oneHand.work(batch("a", "b", "c"), record -> {
                    done.add(record.offset());
                    return CompletableFuture.failedFuture(new MailServerAway("away"));
                }));

        assertThat(done).containsExactly(0L);
        oneHand.stop();
    }

    @Test
    void aRecordIsNotDoneWhenItCannotBeNoted() {
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(
                        batch("a", "b", "c", "d"), record -> CompletableFuture.runAsync(() -> failAtTwo(record))))
                .withCauseInstanceOf(MailServerAway.class)
                .satisfies(failed -> assertThat(failed.getIndex()).isLessThanOrEqualTo(2));
        Queue<Long> tried = new ConcurrentLinkedQueue<>();

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(batch("c", "d"), record -> {
                    tried.add(record.offset());
                    return CompletableFuture.failedFuture(new MailServerAway("still away"));
                }));
        assertThat(tried).containsExactly(0L);
    }

    @Test
    void anErrorOfOneHandEndsNoBatchBeforeTheOtherHandsAreDone() {
        CyclicBarrier bothBegan = new CyclicBarrier(2);

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(batch("a", "b"), record -> {
                    meet(bothBegan);
                    if (record.offset() == 0) {
                        throw new StackOverflowError();
                    }
                    return CompletableFuture.runAsync(() -> done(record), LATER);
                }))
                .satisfies(failed -> assertThat(failed.getIndex()).isZero())
                .withRootCauseInstanceOf(StackOverflowError.class);

        assertThat(done).containsExactly(1L);
    }

    @Test
    void aBatchThatComesAfterTheStopWaitsForTheNextStart() {
        worker.stop();

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> worker.work(batch("a", "b"), this::done))
                .satisfies(failed -> assertThat(failed.getIndex()).isZero())
                .withCauseInstanceOf(MailServerAway.class);
        assertThat(done).isEmpty();
    }

    private CompletableFuture<Void> failAtTwo(ConsumerRecord<String, byte[]> record) {
        if (record.offset() == 2) {
            throw new MailServerAway("away");
        }
        return done(record);
    }

    private CompletableFuture<Void> done(ConsumerRecord<String, byte[]> record) {
        done.add(record.offset());
        return CompletableFuture.completedFuture(null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("they did not work at once", e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> batch(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(index -> new ConsumerRecord<>("topic", 0, index, keys[index], new byte[] {1}))
                .toList();
    }
}

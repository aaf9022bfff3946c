package org.foramen.notifier.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.foramen.base.time.Wait;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.sending.CircuitBreaker;
import org.foramen.notifier.sending.Deliveries;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.sending.attempt.Task;
import org.jspecify.annotations.Nullable;

/**
 * The send path of one group, turn by turn: take what has ended, read what is new or due, note and begin in one transaction,
 * hand what was begun to the worker pool. One thread turns it; only the workers' queue is shared.
 *
 * <p>A record is done, and the offset may move, when the ledger owes all its mails: from then on the ledger sees them through.
 */
final class SendLoop {

    private static final Duration A_MOMENT = Duration.ofMillis(20);

    /** So long a mail that ended waits for those on their way: a commit for one costs as much as for all of them. */
    private static final Duration FOR_OTHERS = Duration.ofMillis(5);

    /** Kafka is waited for so long at most while nothing else is to be done; what is new ends the wait. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final TopicReader topic;
    private final NextTasks next;
    private final Deliveries deliveries;
    private final Function<Attempt, Attempted> worker;
    private final Executor pool;
    private final CircuitBreaker breaker;
    private final Clock clock;

    private final BlockingQueue<Attempted> finished = new LinkedBlockingQueue<>();
    private final Map<DeliveryKey, Attempt> running = new LinkedHashMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private Instant nextRenewal = Instant.MIN;

    SendLoop(
            TopicReader topic,
            NextTasks next,
            Deliveries deliveries,
            Function<Attempt, Attempted> worker,
            Executor pool,
            CircuitBreaker breaker,
            Clock clock) {
        this.topic = topic;
        this.next = next;
        this.deliveries = deliveries;
        this.worker = worker;
        this.pool = pool;
        this.breaker = breaker;
        this.clock = clock;
    }

    /**
     * One turn.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka refuses us
     * @throws org.springframework.dao.DataAccessException when there is no ledger; nothing that ended is forgotten
     */
    void turn() {
        takeWhatEnded();
        readWhatIsNew();
        next.choose(running, ended);
        noteAndBegin();
        topic.moveOffsets(clock.instant());
    }

    /** Has the turn that waits for Kafka wait no longer; another thread may say so. */
    void wakeUp() {
        topic.wakeUp();
    }

    /** Waits for the mails that are on their way and notes what becomes of them, begins none, and lets Kafka go. */
    void finish(Wait deadline) {
        try {
            while (!running.isEmpty() && !deadline.isOver()) {
                takeWhatEnded();
                write(List.of(), List.of());
            }
            write(List.of(), List.of());
            topic.commit();
        } finally {
            topic.close();
        }
    }

    private void takeWhatEnded() {
        try {
            Attempted one = nextEnded(ended.isEmpty() ? A_MOMENT.toNanos() : 0);
            long end = System.nanoTime() + FOR_OTHERS.toNanos();
            while (one != null) {
                running.remove(one.attempt().delivery().key());
                ended.add(deliveries.end(one, breaker));
                one = nextEnded(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Attempted nextEnded(long nanos) throws InterruptedException {
        return running.isEmpty() ? null : finished.poll(nanos, TimeUnit.NANOSECONDS);
    }

    private void readWhatIsNew() {
        topic.read(patience(), clock.instant());
    }

    private Duration patience() {
        if (!running.isEmpty() || !ended.isEmpty()) {
            return Duration.ZERO;
        }
        if (breaker.isOpen()) {
            return A_MOMENT.multipliedBy(10);
        }
        return topic.isEmpty() ? next.untilLook(IDLE) : Duration.ZERO;
    }

    private void noteAndBegin() {
        boolean news = !ended.isEmpty() || !next.isEmpty();
        if (news || !running.isEmpty() && isTimeToRenew(clock.instant())) {
            write(next.wanted(), next.waiting());
        }
        next.noted();
    }

    private boolean isTimeToRenew(Instant now) {
        return !now.isBefore(nextRenewal);
    }

    private void write(List<Task> tasks, List<Task.Fresh> owed) {
        Instant now = clock.instant();
        boolean renewing = isTimeToRenew(now);
        List<Attempt> begun = deliveries.turn(ended, renewing ? running.values() : List.of(), tasks, owed, now);
        ended.clear();
        if (renewing) {
            nextRenewal = now.plus(Ledger.LEASE.dividedBy(3));
        }
        for (Attempt attempt : begun) {
            running.put(attempt.delivery().key(), attempt);
            pool.execute(() -> finished.add(worker.apply(attempt)));
        }
    }
}

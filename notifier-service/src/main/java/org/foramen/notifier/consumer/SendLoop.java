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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.sending.Attempt;
import org.foramen.notifier.sending.Attempted;
import org.foramen.notifier.sending.CircuitBreaker;
import org.foramen.notifier.sending.Deliveries;
import org.foramen.notifier.sending.Ended;
import org.foramen.notifier.sending.Task;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The send path of one group, turn by turn: take what has ended, read what is new or due, note and begin in one transaction,
 * hand what was begun to the worker pool. One thread turns it; only the workers' queue is shared.
 *
 * <p>A record is done, and the offset may move, when the ledger owes all its mails: from then on the ledger sees them through.
 */
final class SendLoop {

    private static final Logger log = LoggerFactory.getLogger(SendLoop.class);

    /** So many rows of the ledger are looked at in one go. */
    private static final int MOST_DUE = 50;

    /** So long a record may wait for a connection before its mails are owed in the ledger. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final Group group;
    private final TopicReader topic;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Function<Attempt, Attempted> worker;
    private final Executor pool;
    private final CircuitBreaker breaker;
    private final Clock clock;

    private final BlockingQueue<Attempted> finished = new LinkedBlockingQueue<>();
    private final Map<DeliveryKey, Attempt> running = new LinkedHashMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();
    private final List<Task> wanted = new ArrayList<>();
    private final List<Task.Fresh> waiting = new ArrayList<>();
    private final List<Delivery> due = new ArrayList<>();
    private Instant nextLook = Instant.MIN;
    private Instant nextRenewal = Instant.MIN;

    SendLoop(
            Group group,
            TopicReader topic,
            Ledger ledger,
            Deliveries deliveries,
            Function<Attempt, Attempted> worker,
            Executor pool,
            CircuitBreaker breaker,
            Clock clock) {
        this.group = group;
        this.topic = topic;
        this.ledger = ledger;
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
        lookWhatIsDue();
        choose();
        chooseWhatWaits();
        noteAndBegin();
        topic.moveOffsets(clock.instant());
    }

    /** Waits for the mails that are on their way and notes what becomes of them, begins none, and lets Kafka go. */
    void finish(Instant deadline) {
        try {
            while (!running.isEmpty() && clock.instant().isBefore(deadline)) {
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
            Attempted first = running.isEmpty() || !ended.isEmpty()
                    ? finished.poll()
                    : finished.poll(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            for (Attempted one = first; one != null; one = finished.poll()) {
                running.remove(one.attempt().delivery().key());
                ended.add(deliveries.end(one, breaker));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readWhatIsNew() {
        boolean idle = running.isEmpty() && ended.isEmpty() && (topic.isEmpty() || breaker.isOpen());
        topic.read(idle ? A_MOMENT.multipliedBy(10) : Duration.ZERO, clock.instant());
    }

    private void lookWhatIsDue() {
        Instant now = clock.instant();
        if (!due.isEmpty() || now.isBefore(nextLook) || free(now) == 0) {
            return;
        }
        List<Delivery> found = ledger.due(group.audiences(), now, MOST_DUE);
        found.stream()
                .filter(one -> !running.containsKey(one.key()) && !isEnded(one.key()))
                .forEach(due::add);
        nextLook = found.size() == MOST_DUE ? now : now.plus(group.poll());
    }

    private boolean isEnded(DeliveryKey key) {
        return ended.stream()
                .anyMatch(one -> one.attempted().attempt().delivery().key().equals(key));
    }

    /**
     * As many as there are free connections. What is due goes first, but for probing, where a new mail tells more; and it
     * leaves a connection to what is new, for what fails again and again may take its time each time.
     */
    private void choose() {
        Instant now = clock.instant();
        int most = free(now);
        boolean probing = breaker.isOpen();
        long again = running.values().stream()
                .filter(one -> one.task() instanceof Task.Due)
                .count();
        while (!probing && wanted.size() < most && again + wanted.size() < mostAgain() && !due.isEmpty()) {
            wanted.add(new Task.Due(due.remove(0)));
        }
        while (wanted.size() < most) {
            ConsumerRecord<String, byte[]> record = topic.next(now);
            if (record == null) {
                break;
            }
            takeInHand(record, now, wanted);
        }
        if (wanted.isEmpty() && most > 0 && !due.isEmpty()) {
            wanted.add(new Task.Due(due.remove(0)));
        }
    }

    private int mostAgain() {
        return Math.max(1, group.connections() - (topic.isEmpty() ? 0 : 1));
    }

    /** What has waited long, as for a mail server that is away, is owed: from the ledger it is begun later. */
    private void chooseWhatWaits() {
        Instant now = clock.instant();
        while (group.owes() && waiting.size() < MOST_DUE) {
            ConsumerRecord<String, byte[]> record = topic.next(now, now.minus(LONGEST_WAIT));
            if (record == null) {
                break;
            }
            takeInHand(record, now, waiting);
        }
    }

    private void takeInHand(ConsumerRecord<String, byte[]> record, Instant now, List<? super Task.Fresh> list) {
        try {
            list.addAll(group.tasks().apply(record));
            taken.add(record);
        } catch (RuntimeException | StackOverflowError e) {
            failed(record, e, now);
        }
    }

    /** Without a ledger it waits; and for Kafka, but no longer than others can wait behind it. */
    private void failed(ConsumerRecord<String, byte[]> record, Throwable why, Instant now) {
        boolean isAway = Ledger.isAway(why) || why instanceof KafkaAway && !topic.hasWaitedLong(record);
        try {
            if (!isAway) {
                group.setAside().accept(record, why instanceof KafkaAway);
                taken.add(record);
                return;
            }
        } catch (RuntimeException e) {
            log.debug("not set aside", e);
        }
        Duration pause = topic.putBack(record, now);
        log.warn(
                "Partition {} waits for {} at offset {}: {}",
                record.partition(),
                pause,
                record.offset(),
                why.getClass().getSimpleName());
    }

    private int free(Instant now) {
        return Math.max(0, breaker.allowed(group.connections(), now) - running.size());
    }

    private void noteAndBegin() {
        boolean news = !ended.isEmpty() || !wanted.isEmpty() || !waiting.isEmpty();
        if (news || !running.isEmpty() && isTimeToRenew(clock.instant())) {
            write(List.copyOf(wanted), List.copyOf(waiting));
        }
        wanted.clear();
        waiting.clear();
        taken.forEach(topic::done);
        taken.clear();
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

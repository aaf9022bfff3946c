package org.foramen.notifier.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.sending.CircuitBreaker;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.sending.attempt.Task;

/** What a loop begins next: what is due in the ledger, and what is new in the topic. It stands here until it is noted. */
final class NextTasks {

    /** So many rows of the ledger are looked at in one go. */
    private static final int MOST_DUE = 50;

    /** So long a record may wait before its mails are owed in the ledger, while no connection becomes free. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** The same while one mail ends after the other: what is owed first costs the ledger twice. */
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    private final Group group;
    private final TopicReader topic;
    private final TakenRecords taken;
    private final DueDeliveries ledger;
    private final CircuitBreaker breaker;
    private final Clock clock;

    private final List<Task> wanted = new ArrayList<>();
    private final List<Task.Fresh> waiting = new ArrayList<>();
    private final List<Delivery> due = new ArrayList<>();
    private Instant nextLook = Instant.MIN;
    private Instant lastEnd = Instant.EPOCH;
    private boolean lastWasDue;

    NextTasks(Group group, TopicReader topic, DueDeliveries ledger, CircuitBreaker breaker, Clock clock) {
        this.group = group;
        this.topic = topic;
        this.taken = new TakenRecords(group, topic);
        this.ledger = ledger;
        this.breaker = breaker;
        this.clock = clock;
    }

    /**
     * @param running what is on its way
     * @param ended what has ended and is not noted yet
     */
    void choose(Map<DeliveryKey, Attempt> running, List<Ended> ended) {
        lastEnd = ended.isEmpty() ? lastEnd : clock.instant();
        lookWhatIsDue(running, ended);
        chooseWhatIsBegun(running);
        chooseWhatWaits();
    }

    /** How long nothing is looked for in the ledger. */
    Duration untilLook(Duration most) {
        Duration left = Duration.between(clock.instant(), nextLook);
        if (!due.isEmpty() || left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(most) < 0 ? left : most;
    }

    /** What may be begun now. */
    List<Task> wanted() {
        return List.copyOf(wanted);
    }

    /** What is only owed: no connection is free for it. */
    List<Task.Fresh> waiting() {
        return List.copyOf(waiting);
    }

    boolean isEmpty() {
        return wanted.isEmpty() && waiting.isEmpty();
    }

    /** All of it stands in the ledger, so that the topic's offset may move behind it. */
    void noted() {
        wanted.clear();
        waiting.clear();
        taken.done();
    }

    private void lookWhatIsDue(Map<DeliveryKey, Attempt> running, List<Ended> ended) {
        Instant now = clock.instant();
        if (!due.isEmpty() || now.isBefore(nextLook) || free(running, now) == 0) {
            return;
        }
        List<Delivery> found = ledger.find(group.audiences(), now, MOST_DUE);
        found.stream()
                .filter(one -> !running.containsKey(one.key()) && !isEnded(one.key(), ended))
                .forEach(due::add);
        nextLook = found.size() == MOST_DUE ? now : now.plus(group.poll());
    }

    private static boolean isEnded(DeliveryKey key, List<Ended> ended) {
        return ended.stream()
                .anyMatch(one -> one.attempted().attempt().delivery().key().equals(key));
    }

    /**
     * As many as there are free connections. What is due goes first, but for probing, where a new mail tells more; and it
     * leaves a connection to what is new, for what fails again and again may take its time each time.
     */
    private void chooseWhatIsBegun(Map<DeliveryKey, Attempt> running) {
        Instant now = clock.instant();
        int most = free(running, now);
        boolean probing = breaker.isOpen();
        long again = running.values().stream()
                .filter(one -> one.task() instanceof Task.Due)
                .count();
        while (!probing && wanted.size() < most && again + wanted.size() < mostAgain() && !due.isEmpty()) {
            wanted.add(new Task.Due(due.remove(0)));
        }
        boolean isThere = true;
        while (isThere && wanted.size() < most) {
            isThere = taken.takeNext(now, wanted);
        }
        if (wanted.isEmpty() && most > 0 && !due.isEmpty()) {
            wanted.add(new Task.Due(due.remove(0)));
        }
        lastWasDue = wanted.isEmpty() ? lastWasDue : wanted.get(wanted.size() - 1) instanceof Task.Due;
    }

    /** The one connection that is all there is takes turns. */
    private int mostAgain() {
        boolean shares = !topic.isEmpty() && (group.connections() > 1 || lastWasDue);
        return group.connections() - (shares ? 1 : 0);
    }

    private int free(Map<DeliveryKey, Attempt> running, Instant now) {
        return Math.max(0, breaker.allowed(group.connections(), now) - running.size());
    }

    /** What has waited long, as for a mail server that is away, is owed: from the ledger it is begun later. */
    private void chooseWhatWaits() {
        Instant now = clock.instant();
        boolean moves = !breaker.isOpen() && now.isBefore(lastEnd.plus(LONGEST_WAIT));
        Instant since = now.minus(moves ? LONGEST_QUEUE : LONGEST_WAIT);
        boolean isThere = group.owes();
        while (isThere && waiting.size() < MOST_DUE) {
            isThere = taken.takeNext(now, since, waiting);
        }
    }
}

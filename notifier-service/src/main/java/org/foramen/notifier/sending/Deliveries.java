package org.foramen.notifier.sending;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.foramen.notifier.cases.CaseOpener;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.sending.report.DeliveryLog;
import org.foramen.notifier.sending.report.DeliveryMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees deliveries through in the ledger: notes what came of those that were tried, and begins others, in one transaction. */
@Component
public class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final TasksInLedger tasks;
    private final Followups followups;
    private final CaseOpener cases;
    private final RetryPolicy policy;
    private final DeliveryMetrics metrics;
    private final TransactionTemplate transaction;

    Deliveries(
            Ledger ledger,
            Followups followups,
            CaseOpener cases,
            RetryPolicy policy,
            DeliveryMetrics metrics,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.tasks = new TasksInLedger(ledger);
        this.followups = followups;
        this.cases = cases;
        this.policy = policy;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Decides what follows from an attempt, and lets the breaker learn from it. */
    public Ended end(Attempted attempted, CircuitBreaker breaker) {
        DeliveryKey key = attempted.attempt().delivery().key();
        if (attempted.result() instanceof Attempted.Handed handed) {
            breaker.heard(key, handed.outcome(), attempted.at());
            DeliveryLog.tellOperator(key, handed.outcome());
        }
        return new Ended(attempted, policy.after(attempted, breaker));
    }

    /**
     * Notes what ended, keeps the leases of what is running, owes what waits, and begins what may begin.
     *
     * @param waiting what no connection is free for: it is owed, so that whoever asked is on the board before any mail is tried
     * @return the attempts that may be made now; of the others the ledger knows already, or they are withheld
     */
    public List<Attempt> turn(
            List<Ended> ended, Collection<Attempt> running, List<Task> wanted, List<Task.Fresh> waiting, Instant now) {
        List<Attempt> begun = new ArrayList<>();
        try {
            begun.addAll(write(ended, running, wanted, waiting, now));
        } catch (RuntimeException e) { // of one; the others must not fail with it
            throwIfAway(e);
            ended.forEach(one -> noteAlone(one, now));
            write(List.of(), running, List.of(), List.of(), now);
            wanted.forEach(task -> begun.addAll(writeAlone(task, List.of(task), List.of(), now)));
            waiting.forEach(task -> writeAlone(task, List.of(), List.of(task), now));
        }
        ended.forEach(metrics::ended);
        ended.forEach(DeliveryLog::say);
        return begun;
    }

    private List<Attempt> write(
            List<Ended> ended, Collection<Attempt> running, List<Task> wanted, List<Task.Fresh> waiting, Instant now) {
        return requireNonNull(transaction.execute(status -> {
            ended.forEach(one -> followups.note(one.attempted().attempt().delivery(), one.followup()));
            running.forEach(one -> ledger.renew(one.delivery(), now));
            NewTasks fresh = NewTasks.opened(wanted, waiting, cases, now);
            waiting.stream().map(fresh::marked).forEach(task -> tasks.owe(task, now));
            return wanted.stream()
                    .map(task -> task.<Task>fold(fresh::marked, due -> due))
                    .flatMap(task -> tasks.begin(task, now).stream().map(delivery -> new Attempt(task, delivery)))
                    .toList();
        }));
    }

    /** An end with details that the ledger cannot hold is noted without them: not noted, the mail would go again. */
    private void noteAlone(Ended ended, Instant now) {
        try {
            write(List.of(ended), List.of(), List.of(), List.of(), now);
        } catch (RuntimeException e) {
            throwIfAway(e);
            log.error(
                    "What came of delivery {} cannot be noted as it is: {}",
                    ended.attempted().attempt().delivery().key(),
                    e.getClass().getName());
            Ended bare = new Ended(ended.attempted(), ended.followup().bare());
            write(List.of(bare), List.of(), List.of(), List.of(), now);
        }
    }

    /** One that the ledger cannot hold is left to the reconciler, which says that it is missing. */
    private List<Attempt> writeAlone(Task task, List<Task> wanted, List<Task.Fresh> waiting, Instant now) {
        try {
            return write(List.of(), List.of(), wanted, waiting, now);
        } catch (RuntimeException e) {
            throwIfAway(e);
            log.error(
                    "Delivery {} cannot be noted: {}", task.key(), e.getClass().getName());
            return List.of();
        }
    }

    private static void throwIfAway(RuntimeException e) {
        if (Ledger.isAway(e)) {
            throw e;
        }
    }
}

package org.foramen.notifier.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.foramen.base.time.AskedTask;
import org.foramen.notifier.ledger.database.LedgerCommits;
import org.foramen.notifier.outcome.InquiryOutcome;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.settings.WebhookTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Owes each target the outcomes that it wants, and tells it until it has them. One that hangs holds up no other. It looks as often as
 * outcomes are looked for, and not at all where there is no target.
 */
@Component
class WebhookSender implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    private static final int BATCH = 100;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final WebhookQueue queue;
    private final WebhookTeller teller;
    private final List<WebhookTarget> targets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AskedTask soon;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });

    WebhookSender(
            JdbcClient jdbc,
            WebhookQueue queue,
            WebhookTeller teller,
            WebhookTargets targets,
            PlatformTransactionManager transactions,
            LedgerCommits commits,
            TaskScheduler scheduler,
            Clock clock) {
        this.outbox = new Outbox(jdbc);
        this.queue = queue;
        this.teller = teller;
        this.targets = targets.all();
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.soon = new AskedTask(this::look, SOON, scheduler);
        if (!this.targets.isEmpty()) {
            commits.then(soon::ask);
        }
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 5_000)
    void ask() {
        if (!this.targets.isEmpty()) {
            soon.ask();
        }
    }

    private void look() {
        try {
            owe();
            if (!queue.isOwed()) {
                return;
            }
            tellAll();
        } catch (DataAccessException | TransactionException e) { // readiness tells of a ledger that is away
            log.debug("no ledger answers", e);
        }
        soon.ask();
    }

    private void tellAll() {
        for (WebhookTarget target : targets) {
            if (busy.add(target.name())) {
                workers.execute(() -> work(target));
            }
        }
    }

    private void work(WebhookTarget target) {
        try {
            teller.tell(target);
        } catch (DataAccessException | TransactionException e) { // the lease runs out, and it is tried again
            log.debug("no ledger answers", e);
        } finally {
            busy.remove(target.name());
        }
    }

    /** Owes what is new. */
    void owe() {
        if (outbox.notHanded(1).isEmpty()) {
            return; // a transaction for nothing would be a reason to look again
        }
        transaction.executeWithoutResult(status -> {
            List<InquiryOutcome> fresh = outbox.notHanded(BATCH);
            List<String> gone = fresh.isEmpty() ? List.of() : queue.gone();
            for (InquiryOutcome outcome : fresh) {
                targets.stream()
                        .filter(target -> target.wants(outcome.kind().wireName(), outcome.level())
                                && !gone.contains(target.name()))
                        .forEach(target -> queue.owe(target.name(), outcome, clock.instant()));
            }
            outbox.handed(fresh.stream().map(InquiryOutcome::number).toList());
        });
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}

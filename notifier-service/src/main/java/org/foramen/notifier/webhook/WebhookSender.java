package org.foramen.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.outcome.InquiryOutcome;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.WebhookSettings;
import org.foramen.notifier.settings.WebhookTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Owes each target the outcomes that it wants, and tells it until it has them. One that hangs holds up no other. */
@Component
class WebhookSender implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    private static final int BATCH = 100;
    private static final int GONE = 410;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final WebhookQueue queue;
    private final WebhookCall call;
    private final WebhookSettings settings;
    private final List<WebhookTarget> targets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });

    WebhookSender(
            JdbcClient jdbc,
            WebhookQueue queue,
            WebhookCall call,
            WebhookTargets targets,
            PlatformTransactionManager transactions,
            NotifierSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.outbox = new Outbox(jdbc);
        this.queue = queue;
        this.call = call;
        this.settings = settings.webhooks();
        this.targets = targets.all();
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 5_000)
    void look() {
        if (targets.isEmpty()) {
            return;
        }
        try {
            owe();
        } catch (DataAccessException | TransactionException e) { // readiness tells of a ledger that is away
            log.debug("no ledger answers", e);
            return;
        }
        for (WebhookTarget target : targets) {
            if (busy.add(target.name())) {
                workers.execute(() -> work(target));
            }
        }
    }

    private void work(WebhookTarget target) {
        try {
            tell(target);
        } catch (DataAccessException | TransactionException e) { // the lease runs out, and it is tried again
            log.debug("no ledger answers", e);
        } finally {
            busy.remove(target.name());
        }
    }

    /** Owes what is new. */
    void owe() {
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

    /** Tells a target what is due. */
    void tell(WebhookTarget target) {
        for (WebhookDelivery due : queue.due(target.name(), clock.instant(), BATCH)) {
            Instant now = clock.instant();
            if (queue.begin(due, now, now.plus(settings.timeout()).plus(MARGIN))) {
                tell(target, due, now);
            }
        }
    }

    private void tell(WebhookTarget target, WebhookDelivery due, Instant now) {
        WebhookMessage message = WebhookMessage.of(due.outcome());
        try {
            int status = call.post(
                    target, message.headers(target.keys(), now), message.body().getBytes(UTF_8));
            note(due, status, String.valueOf(status));
        } catch (TargetRefused e) {
            note(due, 0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            log.debug("webhook {} gives no answer", target.name(), e);
            note(due, 0, "no answer");
        }
    }

    private void note(WebhookDelivery due, int status, String answer) {
        Instant now = clock.instant();
        metrics.counter("foramen.webhooks", "target", due.target(), "answer", answer)
                .increment();
        Instant next = now.plus(settings.pauseAfter(due.attempts() + 1));
        if (status >= 200 && status < 300) {
            queue.end(due, State.SENT, answer, now);
        } else if (status == GONE) {
            queue.disable(due, answer, now);
            log.error("Webhook {} wants no more (410): it is told nothing until somebody replays one", due.target());
        } else if (next.isAfter(due.outcome().at().plus(settings.tryFor()))) {
            queue.end(due, State.EXPIRED, answer, now);
            log.error(
                    "Webhook {} was not told {}: {}",
                    due.target(),
                    due.outcome().id(),
                    answer);
        } else {
            queue.again(due, answer, next);
            log.warn(
                    "Webhook {} is told {} again at {}: {}",
                    due.target(),
                    due.outcome().id(),
                    next,
                    answer);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}

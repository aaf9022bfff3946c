package org.foramen.notifier.outcome;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.foramen.base.time.AskedTask;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.ledger.database.LedgerCommits;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes outcomes: each at least once, and those of one inquiry in the order in which the ledger noted them. One notifier
 * does at a time; what it could not finish, whoever comes next does again. It looks a second after this notifier has written to the
 * ledger, each second while any wait, and else now and then for what another notifier has left.
 */
@Component
class OutcomeRelay {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRelay.class);
    private static final int BATCH = 500;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final OutcomePublisher publisher;
    private final TransactionTemplate transaction;
    private final boolean handedOnly;
    private final AskedTask soon;
    private volatile boolean away;
    private volatile @Nullable Instant oldest;

    OutcomeRelay(
            JdbcClient jdbc,
            KafkaTemplate<String, byte[]> kafka,
            PlatformTransactionManager transactions,
            NotifierSettings settings,
            ClinicContent content,
            LedgerCommits commits,
            TaskScheduler scheduler,
            Clock clock,
            MeterRegistry metrics) {
        this.outbox = new Outbox(jdbc);
        this.publisher = new OutcomePublisher(kafka, settings.outcomes().topic());
        this.transaction = new TransactionTemplate(transactions);
        this.handedOnly = !settings.webhooks().targets().isEmpty()
                || !content.clinic().urgentWebhooks().isEmpty();
        this.soon = new AskedTask(this::relay, SOON, scheduler);
        commits.then(soon::ask);
        Gauge.builder("foramen.outcomes.wait", () -> wait(clock.instant()))
                .description("How long the oldest outcome waits to be published, in seconds; 0: none waits")
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 5_000)
    void ask() {
        soon.ask();
    }

    void relay() {
        boolean more = true;
        try {
            oldest = outbox.oldest().orElse(null);
            if (oldest != null) { // else the turn would be written down at each look, for nothing
                publishAll();
            }
            more = oldest != null;
        } catch (DataAccessException | TransactionException e) { // readiness tells of a ledger that is away
            log.debug("no ledger answers", e);
        }
        if (more) {
            soon.ask();
        }
    }

    private void publishAll() {
        boolean more = true;
        while (more) {
            more = publishSome();
        }
        oldest = outbox.oldest().orElse(null);
    }

    /** True when more may wait that can be published at once. While Kafka is away one is tried at a time. */
    private boolean publishSome() {
        return requireNonNull(transaction.execute(status -> {
            if (!outbox.takeTurn()) {
                return false;
            }
            List<InquiryOutcome> first = outbox.first(away ? 1 : BATCH, handedOnly);
            List<Long> told = publisher.publish(first);
            outbox.remove(told);
            noteWhetherAway(told.size() < first.size());
            return !first.isEmpty() && !away;
        }));
    }

    private void noteWhetherAway(boolean now) {
        if (now && !away) {
            log.warn("Kafka does not take outcomes for {}; they wait in the ledger", publisher);
        }
        away = now;
    }

    private double wait(Instant now) {
        Instant since = oldest;
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
    }
}

package org.foramen.notifier.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.foramen.notifier.topic.InquiryTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Proves that nothing was lost: every record that both groups have passed must have its deliveries in the ledger. What is
 * missing is named, and owed anew, unless the {@link MissingDeliveries} is one for a person to look at first. Shown at
 * {@code /actuator/reconciliation}.
 */
@Component
@Endpoint(id = "reconciliation")
public class Reconciler implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final InquiryTopic topic;
    private final ConsumerLag lag;
    private final OpenTransactions transactions;
    private final LostRecords lost;
    private final TopicComparisons comparisons;
    private final Ledger ledger;
    private final LedgerMetrics standing;
    private final Duration interval;
    private final Clock clock;
    private final Map<TopicPartition, Long> checkedUpTo = new HashMap<>();
    private long checked;
    private volatile Reconciliation latest = new Reconciliation(Instant.EPOCH, 0, 0, List.of(), 0, false, 0, 0, 0, "");

    Reconciler(
            InquiryTopic topic,
            ConsumerLag lag,
            OpenTransactions transactions,
            LostRecords lost,
            TopicComparisons comparisons,
            Ledger ledger,
            LedgerMetrics standing,
            NotifierSettings settings,
            Clock clock) {
        this.topic = topic;
        this.lag = lag;
        this.transactions = transactions;
        this.lost = lost;
        this.comparisons = comparisons;
        this.ledger = ledger;
        this.standing = standing;
        this.interval = settings.reconciliation().interval();
        this.clock = clock;
    }

    @ReadOperation
    public Reconciliation latest() {
        return latest;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::reconcile, interval, FIRST_LOOK));
    }

    void reconcile() {
        try {
            String id = topic.id();
            ConsumerLag.Seen seen = lag.look();
            if (lost.look(id, seen.standings(), clock.instant())) {
                checkedUpTo.clear();
                checked = 0;
            }
            lag.show(seen);
            transactions.look();
            Map<TopicPartition, Long> passed = seen.passed();
            TopicComparison found = comparisons.begin(clock.instant());
            passed.forEach((part, end) -> found.read(part, checkedUpTo.getOrDefault(part, 0L), end));
            long inquiries = checked + found.inquiries();
            if (!found.missing().isForAPerson()) {
                found.missing().forEach(this::owe);
                passed.forEach((part, end) -> checkedUpTo.merge(part, end, Math::max));
                checked = inquiries;
            }
            say(inquiries, seen.unread(), found);
        } catch (KafkaAway e) {
            log.warn("The topic cannot be reconciled with the ledger: Kafka does not answer");
        }
    }

    /** One that the ledger cannot hold stays missing, and is named; the others are owed. */
    private void owe(DeliveryKey key, Position position) {
        try {
            ledger.owe(key, position, Reason.RECONCILED, clock.instant());
        } catch (DataIntegrityViolationException e) {
            log.error("Delivery {} is missing and cannot be noted", key);
        }
    }

    private void say(long inquiries, long unread, TopicComparison found) {
        standing.look();
        latest = Reconciliation.of(clock.instant(), inquiries, unread, found, standing, lost);
        if (latest.held()) {
            log.error("{}", latest.getSentence());
        } else if (!latest.missing().isEmpty()) {
            log.error("{}: {}", latest.getSentence(), latest.missing());
        }
    }
}

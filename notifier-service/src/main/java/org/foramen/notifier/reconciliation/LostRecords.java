package org.foramen.notifier.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.notifier.digest.DigestQueries;
import org.foramen.notifier.digest.LostInquiries;
import org.foramen.notifier.reconciliation.TopicPositions.Lost;
import org.foramen.notifier.reconciliation.TopicPositions.Seen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the records that Kafka dropped before they were read: what lies between the place that both groups had come to and
 * the first record that is left. A topic that was made anew has lost all that was unread in the one before.
 */
@Component
class LostRecords {

    private static final Logger log = LoggerFactory.getLogger(LostRecords.class);

    private final TopicPositions positions;
    private final DigestQueries ledger;
    private final TransactionTemplate transaction;
    private volatile LostInquiries lately = LostInquiries.of(List.of());

    LostRecords(
            TopicPositions positions,
            DigestQueries ledger,
            PlatformTransactionManager transactions,
            MeterRegistry metrics) {
        this.positions = positions;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        Gauge.builder("foramen.reconciliation.lost", this::count)
                .description("Records that Kafka dropped before they were read, found in the last three days")
                .register(metrics);
    }

    /**
     * Looks for them, and remembers what it saw.
     *
     * @param topic Kafka's own id of the topic, which a topic that is made anew does not have
     * @param partitions how each partition stands
     * @return true when the topic is another than the one that was last seen
     */
    boolean look(String topic, Map<Integer, Standing> partitions, Instant now) {
        boolean isAnew = Boolean.TRUE.equals(transaction.execute(status -> {
            List<Seen> others = positions.ofOtherTopics(topic);
            others.forEach(old -> note(new Lost(old.topic(), old.partition(), old.passed(), old.end()), now));
            if (!others.isEmpty()) {
                log.error("The topic is not the one that was seen before: it was made anew, or is another's");
                positions.forgetOtherTopics(topic);
            }
            Map<Integer, Seen> before = positions.of(topic);
            partitions.forEach((partition, standing) -> {
                Seen seen = before.get(partition);
                long from = Math.max(seen == null ? 0 : seen.passed(), Math.max(0, standing.committed()));
                note(new Lost(topic, partition, from, standing.beginning()), now);
                positions.save(new Seen(topic, partition, Math.max(from, standing.beginning()), standing.end()), now);
            });
            return !others.isEmpty();
        }));
        lately = ledger.lost(now);
        return isAnew;
    }

    private void note(Lost range, Instant now) {
        if (range.from() < range.to() && positions.note(range, now) > 0) {
            log.error("Records that nobody read are gone from Kafka: {}", range);
        }
    }

    long count() {
        return lately.count();
    }

    /** For the clinic's staff; empty when none are lost. */
    String sentence() {
        LostInquiries told = lately;
        return told.ranges().isEmpty()
                ? ""
                : "up to %d inquiries are LOST, Kafka dropped them before they were read (%s): look for these people, the intake's log names each receipt"
                        .formatted(told.count(), told.ranges());
    }

    /**
     * How a partition stands.
     *
     * @param committed the place that both groups have come to; -1 when one of them has none
     * @param beginning the first record that is left
     */
    record Standing(long committed, long beginning, long end) {}
}

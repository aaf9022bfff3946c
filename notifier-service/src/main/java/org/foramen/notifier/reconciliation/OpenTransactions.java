package org.foramen.notifier.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.foramen.notifier.topic.InquiryTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells of partitions in which another program has a transaction open: Kafka shows nothing behind its beginning until it ends. */
@Component
class OpenTransactions {

    private static final Logger log = LoggerFactory.getLogger(OpenTransactions.class);

    private final InquiryTopic topic;
    private volatile List<Integer> held = List.of();

    OpenTransactions(InquiryTopic topic, MeterRegistry metrics) {
        this.topic = topic;
        Gauge.builder("foramen.reconciliation.transactions", () -> held.size())
                .description("Partitions of which nothing more is read until another program ends its transaction")
                .register(metrics);
    }

    /** Asks Kafka. */
    void look() {
        List<Integer> before = held;
        held = topic.heldByTransactions();
        if (!held.isEmpty() && !held.equals(before)) {
            log.warn("Partitions {} hold an open transaction of another program: nothing behind it is read yet", held);
        } else if (held.isEmpty() && !before.isEmpty()) {
            log.info("The transaction of another program has ended in partitions {}", before);
        }
    }
}

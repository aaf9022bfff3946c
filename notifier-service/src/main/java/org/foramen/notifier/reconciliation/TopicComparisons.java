package org.foramen.notifier.reconciliation;

import java.time.Instant;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Begins to hold the topic against the ledger. */
@Component
class TopicComparisons {

    private final ConsumerFactory<String, byte[]> consumers;
    private final KnownDeliveries ledger;
    private final MissingCases cases;
    private final NotifierSettings.Reconciliation rules;

    TopicComparisons(
            ConsumerFactory<String, byte[]> consumers,
            KnownDeliveries ledger,
            MissingCases cases,
            NotifierSettings settings) {
        this.consumers = consumers;
        this.ledger = ledger;
        this.cases = cases;
        this.rules = settings.reconciliation();
    }

    TopicComparison begin(Instant now) {
        return new TopicComparison(consumers, ledger, cases, new MissingDeliveries(rules, now));
    }
}

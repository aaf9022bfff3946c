package org.foramen.notifier.sending;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.foramen.notifier.cases.CaseOpener;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.sending.report.DeliveryMetrics;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what sends, for tests of whoever uses it. */
public final class Sendings {

    private Sendings() {}

    public static Deliveries deliveries(
            Ledger ledger,
            Followups followups,
            CaseOpener cases,
            NotifierSettings settings,
            PlatformTransactionManager transactions) {
        return new Deliveries(
                ledger,
                followups,
                cases,
                new RetryPolicy(settings),
                new DeliveryMetrics(new SimpleMeterRegistry()),
                transactions);
    }
}

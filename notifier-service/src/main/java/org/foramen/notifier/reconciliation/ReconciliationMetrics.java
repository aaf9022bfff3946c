package org.foramen.notifier.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the latest reconciliation found, as gauges. */
@Component
class ReconciliationMetrics {

    ReconciliationMetrics(Reconciler reconciler, Clock clock, MeterRegistry metrics) {
        Gauge.builder(
                        "foramen.reconciliation.missing",
                        () -> reconciler.latest().missing().size())
                .description("Mails of inquiries that were read and are not in the ledger")
                .register(metrics);
        Gauge.builder("foramen.reconciliation.cases", () -> reconciler.latest().casesOpened())
                .description("Inquiries that were read and had no case; it was opened anew")
                .register(metrics);
        Gauge.builder("foramen.reconciliation.owed", () -> reconciler.latest().owed())
                .register(metrics);
        Gauge.builder("foramen.reconciliation.age", () -> Duration.between(
                                reconciler.latest().at(), clock.instant())
                        .toSeconds())
                .description("Since the last reconciliation that succeeded")
                .baseUnit("seconds")
                .register(metrics);
    }
}

package org.foramen.intake.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what was not let in, and why. */
@Component
public class RejectionMetrics {

    private final MeterRegistry metrics;

    RejectionMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** @param reason such as {@code soon} or {@code busy} */
    public void count(String reason) {
        Counter.builder("foramen.abuse.turned.away")
                .description("Forms and API calls that were not let in, by reason")
                .tag("reason", reason)
                .register(metrics)
                .increment();
    }
}

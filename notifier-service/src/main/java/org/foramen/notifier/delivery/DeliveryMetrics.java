package org.foramen.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what became of mails. No meter knows a person or an inquiry. */
@Component
class DeliveryMetrics {

    private final MeterRegistry meters;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void tried(Audience audience, Outcome outcome) {
        String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("foramen.mail.attempts", "audience", audience.wireName(), "outcome", name)
                .increment();
    }

    void unwritable(Audience audience) {
        meters.counter("foramen.mail.unwritable", "audience", audience.wireName())
                .increment();
    }

    /** Records the time from the visitor's receipt to the mail server's yes. */
    void sent(Audience audience, Instant accepted, Instant now) {
        Duration taken = Duration.between(accepted, now);
        Timer.builder("foramen.mail.time.to.inbox")
                .description("From the visitor's receipt to the mail server's yes")
                .tag("audience", audience.wireName())
                .publishPercentileHistogram()
                .register(meters)
                .record(taken.isNegative() ? Duration.ZERO : taken); // two machines, two clocks
        ended(audience, State.SENT);
    }

    void endedBadly(Audience audience, State state) {
        ended(audience, state);
    }

    private void ended(Audience audience, State state) {
        meters.counter("foramen.deliveries.ended", "audience", audience.wireName(), "state", state.wireName())
                .increment();
    }
}

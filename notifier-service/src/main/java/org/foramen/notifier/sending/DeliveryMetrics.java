package org.foramen.notifier.sending;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.smtp.Outcome;
import org.springframework.stereotype.Component;

/** Counts what became of mails. No meter knows a person or an inquiry. */
@Component
class DeliveryMetrics {

    /** Between these the percentiles are read; 60 seconds and 500 milliseconds are asked for elsewhere. */
    private static final Duration[] BUCKETS = {
        ofMillis(50),
        ofMillis(100),
        ofMillis(200),
        ofMillis(300),
        ofMillis(500),
        ofSeconds(1),
        ofSeconds(2),
        ofSeconds(5),
        ofSeconds(10),
        ofSeconds(30),
        ofMinutes(1),
        ofMinutes(2),
        ofMinutes(5),
        ofMinutes(10),
        ofMinutes(30),
        ofHours(1),
        ofHours(2),
        ofHours(4),
        ofHours(8),
        ofDays(1),
        ofDays(2),
        ofDays(3),
        ofDays(5),
        ofDays(7)
    };

    private final MeterRegistry meters;
    private final Map<Audience, Timer> timesToInbox = new EnumMap<>(Audience.class);

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Audience audience : Audience.values()) {
            timesToInbox.put(
                    audience,
                    Timer.builder("foramen.mail.time.to.inbox")
                            .description("From the visitor's receipt to the mail server's yes")
                            .tag("audience", audience.wireName())
                            .serviceLevelObjectives(BUCKETS)
                            .register(meters));
        }
    }

    void tried(Audience audience, Outcome outcome) {
        meters.counter("foramen.mail.attempts", "audience", audience.wireName(), "outcome", nameOf(outcome))
                .increment();
    }

    /** Such as {@code sent}. */
    static String nameOf(Outcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    void unwritable(Audience audience) {
        meters.counter("foramen.mail.unwritable", "audience", audience.wireName())
                .increment();
    }

    /** Records the time from the visitor's receipt to the mail server's yes. */
    void sent(Audience audience, Instant accepted, Instant now) {
        Duration taken = Duration.between(accepted, now);
        requireNonNull(timesToInbox.get(audience))
                .record(taken.isNegative() ? Duration.ZERO : taken); // two machines, two clocks
        ended(audience, State.SENT);
    }

    /** @param handout such as {@code foraminotomy/es} */
    void enclosed(String handout) {
        meters.counter("foramen.mail.handouts", "handout", handout).increment();
    }

    void endedBadly(Audience audience, State state) {
        ended(audience, state);
    }

    private void ended(Audience audience, State state) {
        meters.counter("foramen.deliveries.ended", "audience", audience.wireName(), "state", state.wireName())
                .increment();
    }
}

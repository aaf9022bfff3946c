package org.foramen.notifier.sending.report;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.springframework.stereotype.Component;

/** Counts what became of mails. No meter knows a person or an inquiry. */
@Component
public class DeliveryMetrics {

    /** Between these the percentiles are read; 60 seconds and 500 milliseconds are asked for elsewhere. */
    private static final Duration[] BUCKETS = Stream.of(
                    "0.05s 0.1s 0.2s 0.3s 0.5s 1s 2s 5s 10s 30s 1m 2m 5m 10m 30m 1h 2h 4h 8h 24h 48h 72h 120h 168h"
                            .split(" "))
            .map(time -> Duration.parse("PT" + time))
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Map<Recipient, Timer> timesToInbox = new HashMap<>();

    public DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Recipient recipient : Recipient.ALL) {
            timesToInbox.put(
                    recipient,
                    Timer.builder("foramen.mail.time.to.inbox")
                            .description("From the visitor's receipt to the mail server's acceptance")
                            .tag("audience", recipient.wireName())
                            .serviceLevelObjectives(BUCKETS)
                            .register(meters));
        }
    }

    /** Such as {@code sent}; {@code unclear} is a refusal that does not say whether it means us or the recipient. */
    public static String nameOf(SmtpOutcome outcome) {
        boolean isUnclear = outcome instanceof SmtpOutcome.Refused refused && !refused.namesRecipient();
        return isUnclear ? "unclear" : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Counts one attempt, and the end of its delivery if that was one. */
    public void ended(Ended ended) {
        DeliveryKey key = ended.attempted().attempt().delivery().key();
        if (key.subject().kind() == SubjectKind.CANARY) { // nobody's mail
            return;
        }
        Recipient recipient = key.recipient();
        counterOf(ended.attempted().result(), recipient.wireName()).ifPresent(Counter::increment);
        ended.followup()
                .match(
                        sent -> sent(recipient, ended.attempted(), sent),
                        again -> {},
                        end -> ended(recipient, end.state()),
                        withheld -> {});
    }

    /** Counts the end of a delivery. */
    public void ended(Recipient recipient, State state) {
        meters.counter("foramen.deliveries.ended", "audience", recipient.wireName(), "state", state.wireName())
                .increment();
    }

    private Optional<Counter> counterOf(Attempted.Result result, String audience) {
        return result.fold(
                handed -> Optional.of(meters.counter(
                        "foramen.mail.attempts", "audience", audience, "outcome", nameOf(handed.outcome()))),
                notToSend -> Optional.empty(),
                notComposed -> Optional.of(meters.counter("foramen.mail.composition.failures", "audience", audience)),
                notRead -> Optional.empty());
    }

    private void sent(Recipient recipient, Attempted attempted, Followup.Sent sent) {
        if (attempted.result() instanceof Attempted.Handed handed) {
            Duration taken = Duration.between(handed.mail().date(), sent.at());
            requireNonNull(timesToInbox.get(recipient))
                    .record(taken.isNegative() ? Duration.ZERO : taken); // two machines, two clocks
        }
        if (sent.handout() != null) {
            meters.counter("foramen.mail.handouts", "handout", sent.handout().handout())
                    .increment();
        }
        ended(recipient, State.SENT);
    }
}

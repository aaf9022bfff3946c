package org.foramen.notifier.sending.report;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.smtp.verdict.Outcome;
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
    public static String nameOf(Outcome outcome) {
        boolean isUnclear = outcome instanceof Outcome.Refused refused && !refused.namesRecipient();
        return isUnclear ? "unclear" : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Counts one attempt, and the end of its delivery if that was one. */
    public void ended(Ended ended) {
        DeliveryKey key = ended.attempted().attempt().delivery().key();
        if (key.subject().kind() == SubjectKind.CANARY) { // nobody's mail
            return;
        }
        Recipient recipient = key.recipient();
        ended.attempted().result().fold(new Trying(recipient));
        ended.followup().fold(new Ending(recipient, ended.attempted()));
    }

    /** Counts the end of a delivery. */
    public void ended(Recipient recipient, State state) {
        meters.counter("foramen.deliveries.ended", "audience", recipient.wireName(), "state", state.wireName())
                .increment();
    }

    /** Counts what an attempt came to. */
    private final class Trying implements Attempted.Cases<Boolean> {

        private final Recipient recipient;

        Trying(Recipient recipient) {
            this.recipient = recipient;
        }

        @Override
        public Boolean handed(Attempted.Handed handed) {
            String outcome = nameOf(handed.outcome());
            meters.counter("foramen.mail.attempts", "audience", recipient.wireName(), "outcome", outcome)
                    .increment();
            return true;
        }

        @Override
        public Boolean notToSend(Attempted.NotToSend not) {
            return true;
        }

        @Override
        public Boolean notComposed(Attempted.NotComposed not) {
            meters.counter("foramen.mail.composition.failures", "audience", recipient.wireName())
                    .increment();
            return true;
        }

        @Override
        public Boolean notRead(Attempted.NotRead not) {
            return true;
        }
    }

    /** Counts how a delivery ended. */
    private final class Ending implements Followup.Cases<Boolean> {

        private final Recipient recipient;
        private final Attempted attempted;

        Ending(Recipient recipient, Attempted attempted) {
            this.recipient = recipient;
            this.attempted = attempted;
        }

        @Override
        public Boolean sent(Followup.Sent sent) {
            if (attempted.result() instanceof Attempted.Handed handed) {
                Duration taken = Duration.between(handed.mail().date(), sent.at());
                requireNonNull(timesToInbox.get(recipient))
                        .record(taken.isNegative() ? Duration.ZERO : taken); // two machines, two clocks
            }
            if (sent.handout() != null) {
                meters.counter(
                                "foramen.mail.handouts",
                                "handout",
                                sent.handout().handout())
                        .increment();
            }
            DeliveryMetrics.this.ended(recipient, State.SENT);
            return true;
        }

        @Override
        public Boolean again(Followup.Again again) {
            return false;
        }

        @Override
        public Boolean ended(Followup.Ended end) {
            DeliveryMetrics.this.ended(recipient, end.state());
            return true;
        }

        @Override
        public Boolean withheld(Followup.Withheld withheld) {
            return false;
        }
    }
}

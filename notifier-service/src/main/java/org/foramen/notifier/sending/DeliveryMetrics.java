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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.followup.Followup;
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
    private final Map<Recipient, Timer> timesToInbox = new HashMap<>();

    DeliveryMetrics(MeterRegistry meters) {
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

    /** Such as {@code sent}. */
    static String nameOf(Outcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Counts one attempt, and the end of its delivery if that was one. */
    void ended(Ended ended) {
        DeliveryKey key = ended.attempted().attempt().delivery().key();
        if (key.subject().kind() == SubjectKind.CANARY) { // nobody's mail
            return;
        }
        Recipient recipient = key.recipient();
        ended.attempted().result().fold(new Trying(recipient));
        ended.followup().fold(new Ending(recipient, ended.attempted()));
    }

    private void count(Recipient recipient, State state) {
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
            count(recipient, State.SENT);
            return true;
        }

        @Override
        public Boolean again(Followup.Again again) {
            return false;
        }

        @Override
        public Boolean ended(Followup.Ended end) {
            count(recipient, end.state());
            return true;
        }

        @Override
        public Boolean withheld(Followup.Withheld withheld) {
            return false;
        }
    }
}

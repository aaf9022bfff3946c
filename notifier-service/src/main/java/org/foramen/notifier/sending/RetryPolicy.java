package org.foramen.notifier.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.Followup;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.Outcome;
import org.foramen.notifier.smtp.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what follows from an attempt: the end, or when to try again. */
@Component
class RetryPolicy {

    private static final double JITTER = 0.2;

    /** So often a policy answer about one mail is believed to be about us. */
    private static final int DOUBTED = 3;

    private final NotifierSettings.Retry settings;

    RetryPolicy(NotifierSettings settings) {
        this.settings = settings.retry();
    }

    /** @param breaker whether the mail server is at fault, which a row of refusals shows */
    Followup after(Attempted attempted, CircuitBreaker breaker) {
        Delivery delivery = attempted.attempt().delivery();
        Instant now = attempted.at();
        return attempted.result().fold(new Attempted.Cases<>() {
            @Override
            public Followup handed(Attempted.Handed handed) {
                return afterOutcome(delivery, handed, breaker, now);
            }

            @Override
            public Followup notToSend(Attempted.NotToSend not) {
                return new Followup.Withheld(not.reason(), now);
            }

            @Override
            public Followup notComposed(Attempted.NotComposed not) {
                return again(delivery, delivery.unknowns(), Reply.NONE, now);
            }

            @Override
            public Followup notRead(Attempted.NotRead not) {
                return notCounted(delivery, Reply.NONE, now.plus(settings.serverLongest()));
            }
        });
    }

    private Followup afterOutcome(Delivery delivery, Attempted.Handed handed, CircuitBreaker breaker, Instant now) {
        return handed.outcome().fold(new Outcome.Visitor<>() {
            @Override
            public Followup sent(Outcome.Sent sent) {
                return new Followup.Sent(sent.reply(), handed.mail().enclosed(), now);
            }

            @Override
            public Followup temporary(Outcome.Temporary temporary) {
                return isOver(delivery, now)
                        ? end(delivery, State.EXPIRED, delivery.unknowns(), temporary.reply(), now)
                        : again(delivery, delivery.unknowns(), temporary.reply(), now);
            }

            @Override
            public Followup refused(Outcome.Refused refused) {
                boolean doubtful = breaker.isOpen() || refused.reply().meansUs() && delivery.attempts() < DOUBTED;
                return doubtful || isLastHope(delivery.key().audience())
                        ? again(delivery, delivery.unknowns(), refused.reply(), now)
                        : end(delivery, State.REFUSED, delivery.unknowns(), refused.reply(), now);
            }

            /** No other try can help, and the recipient is not at fault. */
            @Override
            public Followup unacceptable(Outcome.Unacceptable unacceptable) {
                return isLastHope(delivery.key().audience())
                        ? again(delivery, delivery.unknowns(), unacceptable.reply(), now)
                        : end(delivery, State.REFUSED, delivery.unknowns(), unacceptable.reply(), now);
            }

            /** We are meant, not the recipient: as long as the patient's time lasts somebody may mend it. */
            @Override
            public Followup againstUs(Outcome.AgainstUs against) {
                return isOver(delivery, now)
                        ? end(delivery, State.EXPIRED, delivery.unknowns(), against.reply(), now)
                        : again(delivery, delivery.unknowns(), against.reply(), now);
            }

            @Override
            public Followup unavailable(Outcome.Unavailable unavailable) {
                return notCounted(delivery, unavailable.reply(), breaker.until());
            }

            /** Later and seldom, for the mail may be there. */
            @Override
            public Followup unknown(Outcome.Unknown unknown) {
                return delivery.unknowns() >= settings.unknownTries()
                        ? end(delivery, State.UNKNOWN, delivery.unknowns() + 1, unknown.reply(), now)
                        : new Followup.Again(
                                State.DEFERRED,
                                delivery.unknowns() + 1,
                                unknown.reply(),
                                now.plus(settings.unknownAfter()));
            }
        });
    }

    /** The clinic's mail is never given up, the patient's after the time that is set. */
    private boolean isOver(Delivery delivery, Instant now) {
        return delivery.key().audience() == Audience.PATIENT
                && Duration.between(delivery.owedSince(), now).compareTo(settings.patientFor()) >= 0;
    }

    /** The last inbox that the clinic has is asked for ever; an alarm tells of it. */
    private static boolean isLastHope(Audience audience) {
        return audience == Audience.NOTICE || audience == Audience.FALLBACK;
    }

    private Followup again(Delivery delivery, int unknowns, Reply reply, Instant now) {
        double doubled = settings.first().toMillis() * Math.pow(2, Math.min(30, Math.max(0, delivery.attempts() - 1)));
        double pause = Math.min(doubled, settings.longest().toMillis());
        double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return new Followup.Again(State.DEFERRED, unknowns, reply, now.plusMillis((long) (pause * spread)));
    }

    /** The mail server or Kafka was away: that is no try of this mail. */
    private static Followup notCounted(Delivery delivery, Reply reply, Instant at) {
        return new Followup.Again(State.OWED, delivery.unknowns(), reply, at);
    }

    private static Followup end(Delivery delivery, State state, int unknowns, Reply reply, Instant now) {
        return new Followup.Ended(state, unknowns, reply, instead(delivery.key().audience()), now);
    }

    /** Who is told of a mail that ended badly. */
    private static @Nullable Audience instead(Audience audience) {
        return switch (audience) {
            case CLINIC -> Audience.FALLBACK;
            case PATIENT -> Audience.NOTICE;
            case NOTICE, FALLBACK -> null;
        };
    }
}

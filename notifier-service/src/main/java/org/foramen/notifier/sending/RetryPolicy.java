package org.foramen.notifier.sending;

import java.time.Duration;
import java.time.Instant;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.springframework.stereotype.Component;

/** Decides what follows from an attempt: the end, or when to try again. */
@Component
class RetryPolicy {

    /** So often an answer that does not say whom it means is doubted. */
    private static final int DOUBTED = 3;

    /** So often a mail is sent again whose last answer never came. */
    private static final int UNKNOWN_TRIES = 2;

    private final NotifierSettings.Retry settings;
    private final Pauses pauses;

    RetryPolicy(NotifierSettings settings) {
        this.settings = settings.retry();
        this.pauses = new Pauses(settings.retry());
    }

    /** @param breaker whether the mail server is at fault, which a row of refusals shows */
    Followup after(Attempted attempted, CircuitBreaker breaker) {
        Delivery delivery = attempted.attempt().delivery();
        Instant now = attempted.at();
        return attempted
                .result()
                .fold(
                        handed -> afterOutcome(delivery, handed, breaker, now),
                        notToSend -> new Followup.Withheld(notToSend.reason(), now),
                        notComposed -> isOver(delivery, now)
                                ? end(delivery, State.EXPIRED, delivery.unknowns(), Reply.NONE, now)
                                : notComposedAgain(delivery, notComposed.why(), now),
                        notRead -> notCounted(
                                delivery, Reply.NONE, now.plus(pauses.whileUnread(delivery.owedSince(), now))));
    }

    private Followup afterOutcome(Delivery delivery, Attempted.Handed handed, CircuitBreaker breaker, Instant now) {
        return handed.outcome()
                .fold(
                        sent -> new Followup.Sent(sent.reply(), handed.mail().enclosed(), now),
                        temporary -> isOver(delivery, now)
                                ? end(delivery, State.EXPIRED, delivery.unknowns(), temporary.reply(), now)
                                : putOff(delivery, handed.emergency(), temporary.reply(), now),
                        refused -> refused(delivery, refused, breaker, now),
                        unacceptable -> unacceptable(delivery, unacceptable, now),
                        // we are meant, not the recipient: as long as the patient's time lasts somebody may mend it
                        against -> isOver(delivery, now)
                                ? end(delivery, State.EXPIRED, delivery.unknowns(), against.reply(), now)
                                : again(delivery, delivery.unknowns(), against.reply(), now),
                        unavailable -> notCounted(delivery, unavailable.reply(), breaker.until()),
                        unknown -> unknown(delivery, unknown.reply(), now));
    }

    private Followup refused(Delivery delivery, SmtpOutcome.Refused refused, CircuitBreaker breaker, Instant now) {
        boolean isUnclear = breaker.isOpen() || mayMeanUs(refused, delivery, breaker);
        boolean doubtful = isUnclear && !isOver(delivery, now); // nobody may be left to show that it is the server
        return doubtful || delivery.key().audience().isLastHope()
                ? again(delivery, delivery.unknowns(), refused.reply(), now)
                : end(delivery, State.REFUSED, delivery.unknowns(), refused.reply(), now);
    }

    /** No other try can help, and the recipient is not at fault. */
    private Followup unacceptable(Delivery delivery, SmtpOutcome.Unacceptable mail, Instant now) {
        int unknowns = delivery.unknowns();
        Audience audience = delivery.key().audience();
        return audience.isLastHope()
                ? again(delivery, unknowns, mail.reply(), now)
                : new Followup.Ended(State.UNACCEPTABLE, unknowns, mail.reply(), audience.instead(), mail.fault(), now);
    }

    /** Later and seldom, for the mail may be there. */
    private Followup unknown(Delivery delivery, Reply reply, Instant now) {
        int unknowns = delivery.unknowns() + 1;
        return unknowns > UNKNOWN_TRIES
                ? end(delivery, State.UNKNOWN, unknowns, reply, now)
                : new Followup.Again(State.DEFERRED, unknowns, reply, now.plus(settings.unknownAfter()));
    }

    /** Until it was said again and again while another such mail passed: then it is about this one. */
    private static boolean mayMeanUs(SmtpOutcome.Refused refused, Delivery delivery, CircuitBreaker breaker) {
        boolean isAlone =
                breaker.hasPassedSince(delivery.owedSince(), delivery.key().audience());
        return !refused.namesRecipient() && (delivery.attempts() < DOUBTED || !isAlone);
    }

    /** What cannot be written after some tries is no passing trouble: a person is told, whoever is not mailed. */
    private Followup notComposedAgain(Delivery delivery, Reason why, Instant now) {
        if (why == Reason.DAMAGED && delivery.attempts() >= DOUBTED) { // a disk does not mend what it has damaged
            return new Followup.Withheld(why, now);
        }
        Followup.Again again = again(delivery, delivery.unknowns(), Reply.NONE, now);
        boolean aboutInquiry = delivery.key().subject().kind() == SubjectKind.INQUIRY;
        return aboutInquiry && delivery.attempts() >= DOUBTED
                ? new Followup.Again(again.state(), again.unknowns(), again.reply(), again.at(), null, why)
                : again;
    }

    /** The clinic's mail is never given up, the patient's after the time that is set. */
    private boolean isOver(Delivery delivery, Instant now) {
        return delivery.key().audience() == Audience.PATIENT
                && Duration.between(delivery.owedSince(), now).compareTo(settings.patientFor()) >= 0;
    }

    /** A clinic's inbox that does not take a mail for long, as one that is full, must not be the only one that is asked. */
    private Followup putOff(Delivery delivery, boolean emergency, Reply reply, Instant now) {
        Followup.Again again = again(delivery, delivery.unknowns(), reply, now);
        if (delivery.key().audience() != Audience.CLINIC) {
            return again;
        }
        Instant limit = delivery.owedSince().plus(settings.clinicFallbackAfter(emergency));
        if (now.isBefore(limit)) {
            Instant next = again.at().isAfter(limit) ? limit : again.at();
            return new Followup.Again(again.state(), again.unknowns(), reply, next);
        }
        return new Followup.Again(again.state(), again.unknowns(), reply, again.at(), Audience.FALLBACK);
    }

    private Followup.Again again(Delivery delivery, int unknowns, Reply reply, Instant now) {
        return new Followup.Again(State.DEFERRED, unknowns, reply, now.plus(pauses.after(delivery.attempts())));
    }

    /** The mail server or Kafka was away: that is no try of this mail. */
    private static Followup notCounted(Delivery delivery, Reply reply, Instant at) {
        return new Followup.Again(State.OWED, delivery.unknowns(), reply, at);
    }

    private static Followup end(Delivery delivery, State state, int unknowns, Reply reply, Instant now) {
        return new Followup.Ended(
                state, unknowns, reply, delivery.key().audience().instead(), now);
    }
}

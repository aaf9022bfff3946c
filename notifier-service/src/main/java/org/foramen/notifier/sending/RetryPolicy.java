package org.foramen.notifier.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.stereotype.Component;

/** Decides what follows from a try: the end, or when to try again. */
@Component
class RetryPolicy {

    private static final double JITTER = 0.2;

    private final NotifierSettings.Retry settings;

    RetryPolicy(NotifierSettings settings) {
        this.settings = settings.retry();
    }

    /** After a temporary answer. The clinic's mail is never given up, the patient's after the time that is set. */
    Next afterTemporary(Delivery delivery, Instant now) {
        boolean patientsTimeIsUp = delivery.key().audience() == Audience.PATIENT
                && Duration.between(delivery.owedSince(), now).compareTo(settings.patientFor()) >= 0;
        return patientsTimeIsUp ? new Next.End(State.EXPIRED) : again(delivery.attempts(), now);
    }

    /** After a refusal. The last inbox that the clinic has is asked for ever, an alarm tells of it. */
    Next afterRefusal(Delivery delivery, Instant now) {
        return switch (delivery.key().audience()) {
            case CLINIC, CLINIC_2, CLINIC_3, PATIENT -> new Next.End(State.REFUSED);
            case NOTICE, FALLBACK -> again(delivery.attempts(), now);
        };
    }

    /** After a refusal that may mean us rather than the recipient. */
    Next afterDoubt(Delivery delivery, Instant now) {
        return again(delivery.attempts(), now);
    }

    /** When the ledger looks again at a mail that met no mail server; the record is usually read again before. */
    Instant lookAgain(Instant now) {
        return now.plus(settings.serverLongest().multipliedBy(2));
    }

    /** After an answer that never came: later and seldom, for the mail may be there. */
    Next afterUnknown(Delivery delivery, Instant now) {
        return delivery.unknowns() >= settings.unknownTries()
                ? new Next.End(State.UNKNOWN)
                : new Next.Again(now.plus(settings.unknownAfter()));
    }

    private Next again(int attempts, Instant now) {
        double doubled = settings.first().toMillis() * Math.pow(2, Math.min(30, Math.max(0, attempts - 1)));
        double pause = Math.min(doubled, settings.longest().toMillis());
        double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return new Next.Again(now.plusMillis((long) (pause * spread)));
    }

    /** What follows. */
    sealed interface Next {

        record End(State state) implements Next {}

        record Again(Instant at) implements Next {}
    }
}

package org.foramen.notifier.sending.report;

import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.smtp.verdict.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each attempt; ids and codes, never a person. */
public final class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private DeliveryLog() {}

    /** Whoever runs this must hear, at once, of what may be wrong with us or with what we send. */
    public static void tellOperator(DeliveryKey key, Outcome outcome) {
        if (outcome instanceof Outcome.AgainstUs against) {
            log.error("Delivery {} waits: {} {}", key, against.why(), against.reply());
        } else if (outcome instanceof Outcome.Refused refused && !refused.namesRecipient()) {
            log.error("Delivery {} is refused, which may mean us or the recipient: {}", key, refused.reply());
        } else if (outcome instanceof Outcome.Unacceptable unacceptable) {
            String fault = unacceptable.fault().words();
            log.error("Delivery {} cannot be sent: {} {}", key, fault, unacceptable.reply());
        }
    }

    /** What became of it. */
    public static void say(Ended ended) {
        Delivery delivery = ended.attempted().attempt().delivery();
        ended.followup().fold(new Followup.Cases<Boolean>() {
            @Override
            public Boolean sent(Followup.Sent sent) {
                log.info("Delivery {} sent", delivery.key());
                return true;
            }

            @Override
            public Boolean again(Followup.Again again) {
                log.info("Delivery {} deferred until {} after {}", delivery.key(), again.at(), again.reply());
                return true;
            }

            @Override
            public Boolean ended(Followup.Ended end) {
                String state = end.state().wireName();
                log.warn("Delivery {} {} after {}: a person is told", delivery.key(), state, end.reply());
                return true;
            }

            @Override
            public Boolean withheld(Followup.Withheld withheld) {
                log.warn("Delivery {} withheld: {}", delivery.key(), withheld.reason());
                return true;
            }
        });
    }
}

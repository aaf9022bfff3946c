package org.foramen.notifier.sending.report;

import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.attempt.Ended;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each end; ids and codes, never a person. */
public final class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private DeliveryLog() {}

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

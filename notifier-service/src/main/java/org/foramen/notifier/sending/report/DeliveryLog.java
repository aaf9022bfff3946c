package org.foramen.notifier.sending.report;

import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each attempt; ids and codes, never a person. */
public final class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private DeliveryLog() {}

    /** Whoever runs this must hear, at once, of what may be wrong with us or with what we send. */
    public static void tellOperator(DeliveryKey key, SmtpOutcome outcome) {
        if (outcome instanceof SmtpOutcome.AgainstUs against) {
            log.error("Delivery {} waits: {} {}", key, against.why(), against.reply());
        } else if (outcome instanceof SmtpOutcome.Refused refused && !refused.namesRecipient()) {
            log.error("Delivery {} is refused, which may mean us or the recipient: {}", key, refused.reply());
        } else if (outcome instanceof SmtpOutcome.Unacceptable unacceptable) {
            String fault = unacceptable.fault().words();
            log.error("Delivery {} cannot be sent: {} {}", key, fault, unacceptable.reply());
        }
    }

    /** What became of it. */
    public static void say(Ended ended) {
        DeliveryKey key = ended.attempted().attempt().delivery().key();
        ended.followup()
                .match(
                        sent -> log.info("Delivery {} sent", key),
                        again -> log.info("Delivery {} deferred until {} after {}", key, again.at(), again.reply()),
                        end -> log.warn(
                                "Delivery {} {} after {}: a person is told",
                                key,
                                end.state().wireName(),
                                end.reply()),
                        withheld -> log.warn("Delivery {} withheld: {}", key, withheld.reason()));
    }
}

package org.foramen.notifier.sending;

import java.time.Clock;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a thread of the pool does with one attempt: compose the mail, hand it over, say what became of it. */
@Component
public class MailWorker {

    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);

    private final InquiryMailSender inquiryMail;
    private final DueMailSender dueMail;
    private final Clock clock;

    MailWorker(InquiryMailSender inquiryMail, DueMailSender dueMail, Clock clock) {
        this.inquiryMail = inquiryMail;
        this.dueMail = dueMail;
        this.clock = clock;
    }

    /** Never throws: our own mistake with one mail must not stop the others, and must not be forgotten. */
    public Attempted attempt(Attempt attempt) {
        return new Attempted(attempt, resultOf(attempt), clock.instant());
    }

    private Attempted.Result resultOf(Attempt attempt) {
        try {
            return attempt.task()
                    .fold(
                            fresh -> inquiryMail.sendFresh(fresh, attempt.delivery()),
                            due -> dueMail.send(attempt.delivery()));
        } catch (KafkaAway e) {
            return new Attempted.NotRead();
        } catch (UnreadableInquiry e) {
            return new Attempted.NotComposed(Reason.of(e.reason()));
        } catch (Throwable e) { // an error too: whoever waits for this attempt must hear of it
            log.error(
                    "Delivery {} could not be composed: {}",
                    attempt.delivery().key(),
                    e.getClass().getName());
            return new Attempted.NotComposed(Reason.NOT_HANDLED);
        }
    }
}

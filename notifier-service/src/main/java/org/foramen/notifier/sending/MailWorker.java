package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import org.foramen.base.Traces;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.PatientNews;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.topic.ConsumerGroups;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a thread of the pool does with one attempt: compose the mail, hand it over, say what became of it. */
@Component
public class MailWorker {

    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);

    private final MailComposer composer;
    private final DueMailSender dueMail;
    private final PatientNews news;
    private final SmtpStep smtp;
    private final Traces traces;
    private final Clock clock;

    MailWorker(
            MailComposer composer, DueMailSender dueMail, PatientNews news, SmtpStep smtp, Traces traces, Clock clock) {
        this.composer = composer;
        this.dueMail = dueMail;
        this.news = news;
        this.smtp = smtp;
        this.traces = traces;
        this.clock = clock;
    }

    /** Never throws: our own mistake with one mail must not stop the others, and must not be forgotten. */
    public Attempted attempt(Attempt attempt) {
        return new Attempted(attempt, resultOf(attempt), clock.instant());
    }

    private Attempted.Result resultOf(Attempt attempt) {
        try {
            return attempt.task().fold(fresh -> sendFresh(fresh, attempt), due -> dueMail.send(attempt.delivery()));
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

    private Attempted.Result sendFresh(Task.Fresh fresh, Attempt attempt) {
        try (Traces.Step step = traces.follow(fresh.trace(), "process", SpanKind.CONSUMER)) {
            step.note(
                            "messaging.consumer.group.name",
                            ConsumerGroups.of(fresh.key().audience()))
                    .note(
                            "messaging.kafka.partition",
                            String.valueOf(fresh.position().partition()))
                    .note(
                            "messaging.kafka.offset",
                            String.valueOf(fresh.position().offset()));
            return smtp.hand(
                    attempt.delivery(),
                    composer.write(
                            fresh.inquiry(),
                            fresh.plan(),
                            fresh.key().mailedAs(),
                            null,
                            news.of(fresh.inquiry(), fresh.plan(), fresh.key())),
                    fresh.inquiry().urgent());
        }
    }
}

package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.answering.ResponseDecider;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.RepeatedForms;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.topic.ConsumerGroups;
import org.foramen.notifier.topic.InquiryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends mails about an inquiry: one just read, or one read from Kafka again, which is the one place where it is kept. */
@Component
class InquiryMailSender {

    private static final Duration CANARY_FLIES = Duration.ofHours(1);

    private final InquiryReader reader;
    private final RepeatedForms repeats;
    private final Cases cases;
    private final ResponseDecider responses;
    private final MailComposer composer;
    private final SmtpStep smtp;
    private final Traces traces;
    private final Clock clock;

    InquiryMailSender(
            InquiryReader reader,
            RepeatedForms repeats,
            Cases cases,
            ResponseDecider responses,
            MailComposer composer,
            SmtpStep smtp,
            Traces traces,
            Clock clock) {
        this.reader = reader;
        this.repeats = repeats;
        this.cases = cases;
        this.responses = responses;
        this.composer = composer;
        this.smtp = smtp;
        this.traces = traces;
        this.clock = clock;
    }

    Attempted.Result sendFresh(Task.Fresh fresh, Delivery delivery) {
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
            return send(fresh.inquiry(), fresh.plan(), delivery, null, false);
        }
    }

    /** Sends what the ledger owes about an inquiry, or says why it is not to go. */
    Attempted.Result sendAgain(InquiryId id, Delivery due) {
        return reader.readAgain(id, due.position())
                .map(kept -> sendAgain(id, kept, due))
                .orElseGet(() -> new Attempted.NotToSend(Reason.NOT_IN_KAFKA));
    }

    private Attempted.Result sendAgain(InquiryId id, InquiryReader.Traced kept, Delivery due) {
        InquiryReceived inquiry = repeats.marked(kept.inquiry());
        if (isPastCanary(due)) {
            return new Attempted.NotToSend(Reason.PAST);
        }
        MailPlan plan = responses.plan(inquiry);
        Reason withheld = plan.answer().withheld();
        boolean released = due.reason() == Reason.RELEASED && withheld != Reason.NO_CONSENT;
        if (due.key().audience() == Audience.PATIENT && withheld != null && !released) {
            return new Attempted.NotToSend(withheld);
        }
        try (Traces.Step step = traces.follow(kept.trace(), "retry", SpanKind.CONSUMER)) {
            step.note("foramen.due", due.state().wireName());
            return send(inquiry, plan, due, due.reason(), cases.isDone(id));
        }
    }

    private boolean isPastCanary(Delivery due) {
        return due.key().subject().kind() == SubjectKind.CANARY
                && due.owedSince().plus(CANARY_FLIES).isBefore(clock.instant());
    }

    private Attempted.Result send(
            InquiryReceived inquiry, MailPlan plan, Delivery delivery, @Nullable Reason reason, boolean done) {
        Mail mail = composer.write(inquiry, plan, delivery.key().mailedAs(), reason, done);
        return smtp.hand(delivery, mail, inquiry.urgent());
    }
}

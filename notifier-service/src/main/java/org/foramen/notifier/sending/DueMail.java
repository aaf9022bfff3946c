package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.topic.InquiryReader;
import org.springframework.stereotype.Component;

/** Composes mails that the ledger owes: an inquiry is read from Kafka again, which is the one place where it is kept. */
@Component
class DueMail {

    private final InquiryReader reader;
    private final MailComposer composer;
    private final DigestMail digests;
    private final Traces traces;

    DueMail(InquiryReader reader, MailComposer composer, DigestMail digests, Traces traces) {
        this.reader = reader;
        this.composer = composer;
        this.digests = digests;
        this.traces = traces;
    }

    /** Has a mail sent, or says why it is not to go. */
    Attempted.Result send(Delivery due, SmtpStep smtp) {
        return due.key()
                .subject()
                .fold(
                        inquiry -> sendAbout(inquiry, due, smtp),
                        place -> smtp.hand(due, composer.notice().unreadable(place, due.reason(), due.owedSince())),
                        day -> smtp.hand(due, digests.write(day, due.owedSince())));
    }

    private Attempted.Result sendAbout(InquiryId id, Delivery due, SmtpStep smtp) {
        return reader.readAgain(id, due.position())
                .map(kept -> sendAboutInquiry(due, kept, smtp))
                .orElseGet(() -> new Attempted.NotToSend(Reason.NOT_IN_KAFKA));
    }

    private Attempted.Result sendAboutInquiry(Delivery due, InquiryReader.Traced kept, SmtpStep smtp) {
        InquiryReceived inquiry = kept.inquiry();
        MailPlan plan = composer.plan(inquiry);
        Reason withheld = plan.answer().withheld();
        boolean released = due.reason() == Reason.RELEASED && withheld != Reason.NO_CONSENT;
        if (due.key().audience() == Audience.PATIENT && withheld != null && !released) {
            return new Attempted.NotToSend(withheld);
        }
        try (Traces.Step step = traces.follow(kept.trace(), "retry", SpanKind.CONSUMER)) {
            step.note("foramen.due", due.state().wireName());
            Mail mail = composer.write(inquiry, plan, due.key().recipient(), due.reason());
            return smtp.hand(due, mail);
        }
    }
}

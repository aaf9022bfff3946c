package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Withheld;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.TraceHeader;
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
        String owner = due.key().inquiry();
        String reason = due.reason() == null ? "" : due.reason();
        if (owner.startsWith(DeadLetters.PREFIX)) {
            String place = owner.substring(DeadLetters.PREFIX.length());
            return smtp.hand(due, composer.notice().unreadable(place, reason, due.owedSince()));
        }
        if (owner.startsWith("digest-")) {
            return smtp.hand(due, digests.write(owner, due.owedSince()));
        }
        Optional<ConsumerRecord<String, byte[]>> found = reader.recordAt(owner, due.position());
        return found.isEmpty() ? new Attempted.NotToSend("not-in-kafka") : sendAboutInquiry(due, found.get(), smtp);
    }

    private Attempted.Result sendAboutInquiry(Delivery due, ConsumerRecord<String, byte[]> record, SmtpStep smtp) {
        InquiryReceived inquiry = reader.read(record);
        MailPlan plan = composer.plan(inquiry);
        Withheld withheld = plan.answer().withheld();
        boolean released = Ledger.RELEASED.equals(due.reason()) && withheld != Withheld.NO_CONSENT;
        if (due.key().audience() == Audience.PATIENT && withheld != null && !released) {
            return new Attempted.NotToSend(withheld.code());
        }
        try (Traces.Step step = traces.follow(TraceHeader.of(record), "retry", SpanKind.CONSUMER)) {
            step.note("foramen.due", due.state().wireName());
            Mail mail = composer.write(inquiry, plan, due.key().audience(), due.reason());
            return smtp.hand(due, mail);
        }
    }
}

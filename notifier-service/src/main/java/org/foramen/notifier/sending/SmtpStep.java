package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.mail.internet.MimeMessage;
import org.foramen.base.Traces;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.smtp.MimeMessages;
import org.foramen.notifier.smtp.Outcome;
import org.foramen.notifier.smtp.SmtpCourier;
import org.foramen.notifier.smtp.SmtpServer;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server, as a step of its trace. */
@Component
class SmtpStep {

    private final SmtpServer server;
    private final SmtpCourier courier;
    private final Ledger ledger;
    private final Traces traces;

    SmtpStep(SmtpServer server, SmtpCourier courier, Ledger ledger, Traces traces) {
        this.server = server;
        this.courier = courier;
        this.ledger = ledger;
        this.traces = traces;
    }

    /** @throws IllegalArgumentException when the mail cannot be brought into its MIME form */
    Attempted.Result hand(Delivery delivery, Mail mail, boolean emergency) {
        MimeMessage message = MimeMessages.of(mail, server, delivery.messageId(), ledger.threadOf(mail));
        try (Traces.Step step = traces.begin("smtp attempt", SpanKind.CLIENT)) {
            Outcome outcome = courier.send(message);
            step.note("foramen.inquiry.id", delivery.key().subject().wireName())
                    .note("foramen.audience", delivery.key().recipient().wireName())
                    .note("foramen.outcome", DeliveryMetrics.nameOf(outcome));
            return new Attempted.Handed(outcome, mail, emergency);
        }
    }
}

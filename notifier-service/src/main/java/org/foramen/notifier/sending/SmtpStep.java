package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.foramen.base.Traces;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.ledger.DeliveryTokens;
import org.foramen.notifier.ledger.MessageIds;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.report.DeliveryMetrics;
import org.foramen.notifier.settings.BounceSettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.MimeMessages;
import org.foramen.notifier.smtp.SmtpCourier;
import org.foramen.notifier.smtp.SmtpServer;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server, as a step of its trace. */
@Component
class SmtpStep {

    private final LateNotices late;
    private final SmtpServer server;
    private final SmtpCourier courier;
    private final MessageIds messageIds;
    private final DeliveryTokens tokens;
    private final BounceSettings bounces;
    private final Traces traces;

    SmtpStep(
            LateNotices late,
            SmtpServer server,
            SmtpCourier courier,
            MessageIds messageIds,
            DeliveryTokens tokens,
            NotifierSettings settings,
            Traces traces) {
        this.late = late;
        this.server = server;
        this.courier = courier;
        this.messageIds = messageIds;
        this.tokens = tokens;
        this.bounces = settings.bounces();
        this.traces = traces;
    }

    /** @throws IllegalArgumentException when the mail cannot be brought into its MIME form */
    Attempted.Result hand(Delivery delivery, Mail composed, boolean emergency) {
        Mail mail = late.redirected(delivery, composed);
        SMTPMessage message = MimeMessages.of(mail, server, delivery.messageId(), messageIds.threadOf(mail));
        addressReports(message, tokens.of(delivery.key()));
        try (Traces.Step step = traces.begin("smtp attempt", SpanKind.CLIENT)) {
            SmtpOutcome outcome = courier.send(message);
            step.note("foramen.inquiry.id", delivery.key().subject().wireName())
                    .note("foramen.audience", delivery.key().recipient().wireName())
                    .note("foramen.outcome", DeliveryMetrics.nameOf(outcome));
            return new Attempted.Handed(outcome, mail, emergency);
        }
    }

    /** Whoever reports what became of the mail gives back the token: in the recipient, the envelope's id, or the headers quoted. */
    private void addressReports(SMTPMessage message, String token) {
        try {
            message.setHeader(DeliveryTokens.HEADER, token);
            message.setReturnOption(SMTPMessage.RETURN_HDRS); // what the mail holds is not sent back
            if (bounces.imap().isSet()) {
                message.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            }
            message.setMailExtension("ENVID=" + token);
            String returnPath = bounces.returnPath(token);
            if (returnPath != null) {
                message.setEnvelopeFrom(returnPath);
            }
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a header cannot be written", e);
        }
    }
}

package org.foramen.notifier.fhir;

import java.util.List;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/** One mail and what became of it (Communication); what it says is not repeated. */
final class MailResource {

    private static final String MEDIA = "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode";

    private MailResource() {}

    static Element of(Delivery mail, KnownInquiry known, ClinicProfile clinic) {
        Identity identity = Identity.of(mail.key());
        Identity office = Identity.of(clinic);
        Identity recipient = mail.key().audience() == Audience.PATIENT ? known.writer() : office;
        return identity.entry(Element.resource(identity)
                .with("identifier", List.of(identity.identifier()))
                .with("partOf", List.of(known.the("Task").reference()))
                .with("status", status(mail))
                .with("statusReason", Codes.words(why(mail)))
                .with("priority", Codes.priority(known.inquiry().level()))
                .with("medium", List.of(Codes.concept(Codes.coding(MEDIA, "EMAILWRIT"), "e-mail")))
                .with("subject", known.patient().reference())
                .with("about", List.of(known.the("QuestionnaireResponse").reference()))
                .with("sent", sent(mail))
                .with("recipient", List.of(recipient.reference()))
                .with("sender", office.reference())
                .with("payload", mail.enclosed() == null ? null : List.of(handout(mail.enclosed()))));
    }

    private static String status(Delivery mail) {
        return switch (mail.state()) {
            case OWED -> "preparation";
            case ATTEMPTING, DEFERRED -> "in-progress";
            case SENT -> "completed";
            case REFUSED, UNACCEPTABLE, BOUNCED, EXPIRED -> "stopped";
            case UNKNOWN -> "unknown";
            case WITHHELD -> mail.reason() != null && mail.reason().releasable() ? "on-hold" : "not-done";
        };
    }

    /** Such as {@code bounced: 550 5.1.1}, or why it is owed or withheld; null of a mail that went as it should. */
    private static @Nullable String why(Delivery mail) {
        Reason reason = mail.reason();
        State state = mail.state();
        String answer = answer(mail);
        return switch (state) {
            case OWED, ATTEMPTING, SENT, WITHHELD -> reason == null ? null : reason.words();
            case DEFERRED, REFUSED, UNACCEPTABLE, BOUNCED, EXPIRED, UNKNOWN ->
                state.wireName() + (answer.isEmpty() ? "" : ": " + answer);
        };
    }

    private static String answer(Delivery mail) {
        String code = mail.smtpCode() == null ? "" : mail.smtpCode() + " ";
        String status = mail.enhancedStatus() == null ? "" : mail.enhancedStatus();
        return (code + status).strip();
    }

    private static @Nullable String sent(Delivery mail) {
        boolean left = mail.state() == State.SENT || mail.state() == State.BOUNCED;
        return left && mail.attemptedAt() != null ? mail.attemptedAt().toString() : null;
    }

    private static Element handout(SentHandout enclosed) {
        String title = "%s, version %s, %s".formatted(enclosed.handout(), enclosed.version(), enclosed.approval());
        return new Element()
                .with(
                        "contentAttachment",
                        new Element().with("contentType", "application/pdf").with("title", title));
    }
}

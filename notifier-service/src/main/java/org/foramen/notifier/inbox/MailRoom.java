package org.foramen.notifier.inbox;

import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.message.Answer;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.HandoutPdfs;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/** Writes the mail that an audience gets about an inquiry. */
@Component
class MailRoom {

    private final ClinicContent content;
    private final Answers answers;
    private final ClinicMail clinicMail;
    private final HandoutPdfs pdfs;
    private final PatientMail patientMail;
    private final ClinicNotice notice;

    MailRoom(ClinicContent content, Answers answers) {
        this.content = content;
        this.answers = answers;
        this.clinicMail = new ClinicMail(content);
        this.pdfs = new HandoutPdfs(content);
        this.patientMail = new PatientMail(content, pdfs);
        this.notice = new ClinicNotice(content);
    }

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void printHandouts() {
        pdfs.makeAll();
    }

    /** The clinic's audiences of an inquiry: as many as its route has inboxes. */
    List<Audience> clinicAudiences(InquiryReceived inquiry) {
        return Audience.CLINIC_INBOXES.subList(0, answers.inboxesOf(inquiry).size());
    }

    /** @param reason why it is owed, where the ledger says so */
    Mail write(InquiryReceived inquiry, Audience audience, @Nullable String reason) {
        Answer answer = answers.to(inquiry);
        return switch (audience) {
            case CLINIC -> clinicMail.write(inquiry, inbox(inquiry, audience), answer);
            case CLINIC_2, CLINIC_3 ->
                clinicMail.write(inquiry, inbox(inquiry, audience), answer).following(inquiry.id());
            case FALLBACK ->
                clinicMail
                        .write(inquiry, content.clinic().fallbackInbox(), answer)
                        .following(inquiry.id());
            case PATIENT -> patientMail.write(inquiry, answer.handout());
            case NOTICE ->
                notice.pleasePhone(inquiry, inbox(inquiry, Audience.CLINIC), reason == null ? "unknown" : reason);
        };
    }

    ClinicNotice notice() {
        return notice;
    }

    /** Routes may have got shorter since a mail was owed; it then goes to the last inbox that is left. */
    private String inbox(InquiryReceived inquiry, Audience audience) {
        List<String> inboxes = answers.inboxesOf(inquiry);
        return inboxes.get(Math.min(Audience.CLINIC_INBOXES.indexOf(audience), inboxes.size() - 1));
    }
}

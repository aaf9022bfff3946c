package org.foramen.notifier.inbox;

import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.message.Answer;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.DailyDigest;
import org.foramen.notifier.message.HandoutPdfs;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mail that an audience gets about an inquiry. */
@Component
class MailRoom {

    private final ClinicContent content;
    private final Answers answers;
    private final ClinicMail clinicMail;
    private final PatientMail patientMail;
    private final ClinicNotice notice;
    private final DailyDigest digest;

    MailRoom(ClinicContent content, Answers answers, HandoutPdfs pdfs) {
        this.content = content;
        this.answers = answers;
        this.clinicMail = new ClinicMail(content);
        this.patientMail = new PatientMail(content, pdfs);
        this.notice = new ClinicNotice(content);
        this.digest = new DailyDigest(content);
    }

    /** Decides what becomes of an inquiry. */
    Plan plan(InquiryReceived inquiry) {
        return answers.plan(inquiry);
    }

    /** @param reason why it is owed, where the ledger says so */
    Mail write(InquiryReceived inquiry, Plan plan, Audience audience, @Nullable String reason) {
        return audience == Audience.PATIENT
                ? patientMail.write(inquiry, plan.answer().handout())
                : forClinicsEyes(writeToClinic(inquiry, plan, audience, reason));
    }

    private Mail forClinicsEyes(Mail mail) {
        return content.clinicCertificates().isEmpty()
                ? mail
                : mail.encrypted(content.clinicCertificates(), content.clinic().inbox());
    }

    private Mail writeToClinic(InquiryReceived inquiry, Plan plan, Audience audience, @Nullable String reason) {
        Answer answer = plan.answer();
        return switch (audience) {
            case CLINIC -> clinicMail.write(inquiry, plan.inboxOf(audience), answer);
            case CLINIC_2, CLINIC_3 ->
                clinicMail.write(inquiry, plan.inboxOf(audience), answer).following(inquiry.id());
            case FALLBACK ->
                clinicMail
                        .write(inquiry, content.clinic().fallbackInbox(), answer)
                        .following(inquiry.id());
            case NOTICE, PATIENT ->
                notice.pleasePhone(inquiry, plan.inboxOf(Audience.CLINIC), reason == null ? "unknown" : reason);
        };
    }

    DailyDigest digest() {
        return digest;
    }

    ClinicNotice notice() {
        return notice;
    }
}

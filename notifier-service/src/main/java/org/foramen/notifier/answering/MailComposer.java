package org.foramen.notifier.answering;

import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.DailyDigest;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mail that an audience gets about an inquiry. */
@Component
public class MailComposer {

    private final ClinicContent content;
    private final ResponseDecider answers;
    private final ClinicMail clinicMail;
    private final PatientMail patientMail;
    private final ClinicNotice notice;
    private final DailyDigest digest;

    MailComposer(ClinicContent content, ResponseDecider answers, HandoutPdfs pdfs) {
        this.content = content;
        this.answers = answers;
        this.clinicMail = new ClinicMail(content);
        this.patientMail = new PatientMail(content, pdfs);
        this.notice = new ClinicNotice(content);
        this.digest = new DailyDigest(content);
    }

    /** Decides what becomes of an inquiry. */
    public MailPlan plan(InquiryReceived inquiry) {
        return answers.plan(inquiry);
    }

    /** @param reason why it is owed, where the ledger says so */
    public Mail write(InquiryReceived inquiry, MailPlan plan, Audience audience, @Nullable String reason) {
        return audience == Audience.PATIENT
                ? patientMail.write(inquiry, plan.answer().handout())
                : forClinicsEyes(writeToClinic(inquiry, plan, audience, reason));
    }

    private Mail forClinicsEyes(Mail mail) {
        return content.clinicCertificates().isEmpty()
                ? mail
                : mail.encrypted(content.clinicCertificates(), content.clinic().inbox());
    }

    private Mail writeToClinic(InquiryReceived inquiry, MailPlan plan, Audience audience, @Nullable String reason) {
        Response answer = plan.answer();
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

    public DailyDigest digest() {
        return digest;
    }

    public ClinicNotice notice() {
        return notice;
    }
}

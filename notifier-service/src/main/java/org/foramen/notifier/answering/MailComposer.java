package org.foramen.notifier.answering;

import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.DailyDigest;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mail that a recipient gets about an inquiry. */
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
    public Mail write(InquiryReceived inquiry, MailPlan plan, Recipient recipient, @Nullable Reason reason) {
        return recipient.audience() == Audience.PATIENT
                ? patientMail.write(inquiry, plan.answer().handout())
                : forClinicsEyes(writeToClinic(inquiry, plan, recipient, reason));
    }

    private Mail forClinicsEyes(Mail mail) {
        return content.clinicCertificates().isEmpty()
                ? mail
                : mail.encrypted(content.clinicCertificates(), content.clinic().inbox());
    }

    private Mail writeToClinic(InquiryReceived inquiry, MailPlan plan, Recipient recipient, @Nullable Reason reason) {
        Response answer = plan.answer();
        return switch (recipient.audience()) {
            case CLINIC -> {
                Mail mail = clinicMail.write(inquiry, plan.inbox(recipient.index()), answer);
                yield recipient.isFirst() ? mail : mail.following(inquiry.id());
            }
            case FALLBACK ->
                clinicMail
                        .write(inquiry, content.clinic().fallbackInbox(), answer)
                        .following(inquiry.id());
            case NOTICE, PATIENT, URGENT ->
                notice.pleasePhone(inquiry, plan.inbox(1), reason == null ? Reason.UNKNOWN : reason);
        };
    }

    /** The same mail, to the inbox that the clinic reads when it cannot read the first. */
    public Mail toFallback(Mail mail) {
        return mail.to(content.clinic().fallbackInbox());
    }

    public DailyDigest digest() {
        return digest;
    }

    public ClinicNotice notice() {
        return notice;
    }
}

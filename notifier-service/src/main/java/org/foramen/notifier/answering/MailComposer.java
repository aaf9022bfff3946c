package org.foramen.notifier.answering;

import java.time.Clock;
import org.foramen.content.ClinicContent;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mail that a recipient gets about an inquiry. */
@Component
public class MailComposer {

    private final ClinicContent content;
    private final ClinicMail clinicMail;
    private final PatientMail patientMail;
    private final ClinicNotice notice;
    private final PatientNews news;
    private final Clock clock;

    MailComposer(Stationery stationery, HandoutPdfs pdfs, PatientNews news, Clock clock) {
        this.content = stationery.content();
        this.clinicMail = new ClinicMail(stationery);
        this.patientMail = new PatientMail(stationery, pdfs);
        this.notice = new ClinicNotice(stationery);
        this.news = news;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param reason why it is owed, where the ledger says so
     * @param done true when somebody reached the person meanwhile, or closed the case
     */
    public Mail write(
            InquiryReceived inquiry, MailPlan plan, Recipient recipient, @Nullable Reason reason, boolean done) {
        return recipient.audience() == Audience.PATIENT
                ? patientMail.write(inquiry, plan.answer().handout(), clock.instant(), done)
                : forClinicsEyes(writeToClinic(inquiry, plan, recipient, reason, done));
    }

    private Mail forClinicsEyes(Mail mail) {
        return content.clinicCertificates().isEmpty()
                ? mail
                : mail.encrypted(content.clinicCertificates(), content.clinic().inbox());
    }

    private Mail writeToClinic(
            InquiryReceived inquiry, MailPlan plan, Recipient recipient, @Nullable Reason reason, boolean done) {
        Response answer = plan.answer();
        return switch (recipient.audience()) {
            case CLINIC -> {
                Mail mail =
                        clinicMail.write(inquiry, plan.inbox(recipient.index()), answer, news.of(inquiry, plan), done);
                yield recipient.isFirst() ? mail : mail.following(inquiry.id());
            }
            case FALLBACK ->
                clinicMail
                        .write(inquiry, content.clinic().fallbackInbox(), answer, news.of(inquiry, plan), done)
                        .following(inquiry.id());
            case NOTICE ->
                notice.notReached(
                        inquiry, plan.inbox(1), PatientMailNews.ended(reason == null ? Reason.UNKNOWN : reason), done);
            case PATIENT, URGENT ->
                throw new IllegalArgumentException("no mail about an inquiry goes to the clinic as "
                        + recipient.audience().wireName());
        };
    }
}

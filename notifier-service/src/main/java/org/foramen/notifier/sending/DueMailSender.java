package org.foramen.notifier.sending;

import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.digest.DailyDigests;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.reminders.ReminderMails;
import org.foramen.notifier.sending.attempt.Attempted;
import org.springframework.stereotype.Component;

/** Sends mails that the ledger owes, each as its subject is mailed. */
@Component
class DueMailSender {

    private final InquiryMailSender inquiries;
    private final ClinicNotice notice;
    private final DailyDigests digests;
    private final ReminderMails reminders;
    private final SmtpStep smtp;

    DueMailSender(
            InquiryMailSender inquiries,
            Stationery stationery,
            DailyDigests digests,
            ReminderMails reminders,
            SmtpStep smtp) {
        this.inquiries = inquiries;
        this.notice = new ClinicNotice(stationery);
        this.digests = digests;
        this.reminders = reminders;
        this.smtp = smtp;
    }

    /** Has a mail sent, or says why it is not to go. */
    Attempted.Result send(Delivery due) {
        return due.key()
                .subject()
                .fold(
                        inquiry -> inquiries.sendAgain(inquiry, due),
                        place -> hand(due, notice.unreadable(place, due.reason(), due.owedSince())),
                        day -> hand(due, digests.write(due.key().audience(), day, due.owedSince())),
                        reminder -> reminders
                                .write(reminder, due.key().recipient())
                                .map(mail -> hand(due, mail))
                                .orElseGet(() -> new Attempted.NotToSend(Reason.ANSWERED)));
    }

    private Attempted.Result hand(Delivery due, Mail mail) {
        return smtp.hand(due, mail, false);
    }
}

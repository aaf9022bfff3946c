package org.foramen.notifier.sending;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.answering.PatientNews;
import org.foramen.notifier.answering.ResponseDecider;
import org.foramen.notifier.cases.RepeatedForms;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.digest.DailyDigests;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.reminders.ReminderMails;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader;
import org.springframework.stereotype.Component;

/** Composes mails that the ledger owes: an inquiry is read from Kafka again, which is the one place where it is kept. */
@Component
class DueMailSender {

    private static final Duration CANARY_FLIES = Duration.ofHours(1);

    private final InquiryReader reader;
    private final ResponseDecider responses;
    private final MailComposer composer;
    private final ClinicNotice notice;
    private final String fallbackInbox;
    private final DailyDigests digests;
    private final ReminderMails reminders;
    private final PatientNews news;
    private final RepeatedForms repeats;
    private final SmtpStep smtp;
    private final Traces traces;
    private final NotifierSettings.Retry retry;
    private final Clock clock;

    DueMailSender(
            InquiryReader reader,
            ResponseDecider responses,
            MailComposer composer,
            Stationery stationery,
            DailyDigests digests,
            ReminderMails reminders,
            PatientNews news,
            RepeatedForms repeats,
            SmtpStep smtp,
            Traces traces,
            NotifierSettings settings,
            Clock clock) {
        this.reader = reader;
        this.responses = responses;
        this.composer = composer;
        this.notice = new ClinicNotice(stationery);
        this.fallbackInbox = stationery.content().clinic().fallbackInbox();
        this.digests = digests;
        this.reminders = reminders;
        this.news = news;
        this.repeats = repeats;
        this.smtp = smtp;
        this.traces = traces;
        this.retry = settings.retry();
        this.clock = clock;
    }

    /** Has a mail sent, or says why it is not to go. */
    Attempted.Result send(Delivery due) {
        return due.key()
                .subject()
                .fold(
                        inquiry -> sendAbout(inquiry, due),
                        place -> hand(due, notice.unreadable(place, due.reason(), due.owedSince())),
                        day -> hand(due, digests.write(due.key().audience(), day, due.owedSince())),
                        reminder -> reminders
                                .write(reminder, due.key().recipient())
                                .map(mail -> hand(due, mail))
                                .orElseGet(() -> new Attempted.NotToSend(Reason.ANSWERED)));
    }

    private Attempted.Result hand(Delivery due, Mail mail) {
        return smtp.hand(due, redirected(due, mail), false);
    }

    private boolean isPastCanary(Delivery due) {
        return due.key().subject().kind() == SubjectKind.CANARY
                && due.owedSince().plus(CANARY_FLIES).isBefore(clock.instant());
    }

    /** What tells the clinic of trouble must not wait for the inbox that is in trouble. */
    private Mail redirected(Delivery due, Mail mail) {
        boolean putOff =
                due.attempts() > 1 && !clock.instant().isBefore(due.owedSince().plus(retry.clinicFallbackAfter()));
        boolean tellsOfTrouble =
                due.key().audience() == Audience.NOTICE && due.key().subject().kind() != SubjectKind.CANARY;
        return putOff && tellsOfTrouble ? mail.to(fallbackInbox) : mail;
    }

    private Attempted.Result sendAbout(InquiryId id, Delivery due) {
        return reader.readAgain(id, due.position())
                .map(kept -> sendAboutInquiry(due, kept))
                .orElseGet(() -> new Attempted.NotToSend(Reason.NOT_IN_KAFKA));
    }

    private Attempted.Result sendAboutInquiry(Delivery due, InquiryReader.Traced kept) {
        InquiryReceived inquiry = repeats.marked(kept.inquiry());
        if (isPastCanary(due)) {
            return new Attempted.NotToSend(Reason.PAST);
        }
        MailPlan plan = responses.plan(inquiry);
        Reason withheld = plan.answer().withheld();
        boolean released = due.reason() == Reason.RELEASED && withheld != Reason.NO_CONSENT;
        if (due.key().audience() == Audience.PATIENT && withheld != null && !released) {
            return new Attempted.NotToSend(withheld);
        }
        try (Traces.Step step = traces.follow(kept.trace(), "retry", SpanKind.CONSUMER)) {
            step.note("foramen.due", due.state().wireName());
            Mail mail = composer.write(
                    inquiry, plan, due.key().mailedAs(), due.reason(), news.of(inquiry, plan, due.key()));
            return smtp.hand(due, redirected(due, mail), inquiry.urgent());
        }
    }
}

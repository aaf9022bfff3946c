package org.foramen.notifier.inbox;

import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.matching.Match;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.matching.Question;
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

    /** Who may want to die gets 988, and no handout. */
    private static final Match CRISIS = new Match.NotAPatient("The message speaks of self-harm.");

    private final ClinicContent content;
    private final ProcedureMatcher matcher;
    private final ClinicMail clinicMail;
    private final HandoutPdfs pdfs;
    private final PatientMail patientMail;
    private final ClinicNotice notice;

    MailRoom(ClinicContent content, ProcedureMatcher matcher) {
        this.content = content;
        this.matcher = matcher;
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

    /** @param reason why it is owed, where the ledger says so */
    Mail write(InquiryReceived inquiry, Audience audience, @Nullable String reason) {
        Match match = inquiry.crisis()
                ? CRISIS
                : matcher.match(new Question(
                        inquiry.message(), inquiry.procedure(), inquiry.region().wireName()));
        EducationSummary handout = handout(inquiry, match);
        return switch (audience) {
            case CLINIC -> clinicMail.write(inquiry, content.clinic().inbox(), handout, match.reason());
            case FALLBACK -> clinicMail.write(inquiry, content.clinic().fallbackInbox(), handout, match.reason());
            case PATIENT -> patientMail.write(inquiry, handout);
            case NOTICE -> notice.pleasePhone(inquiry, reason == null ? "unknown" : reason);
        };
    }

    ClinicNotice notice() {
        return notice;
    }

    private @Nullable EducationSummary handout(InquiryReceived inquiry, Match match) {
        String language = content.clinic().nearestLanguage(inquiry.person().preferredLanguage());
        if (match instanceof Match.Summary summary) {
            return content.library().find(summary.procedureId(), language).orElse(null);
        }
        return match instanceof Match.GeneralLeaflet ? content.library().general(language) : null;
    }
}

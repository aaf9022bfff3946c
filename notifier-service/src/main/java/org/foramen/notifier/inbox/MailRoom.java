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
import org.foramen.notifier.message.DailyDigest;
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
    private final PatientMailRules rules;
    private final ClinicMail clinicMail;
    private final HandoutPdfs pdfs;
    private final PatientMail patientMail;
    private final ClinicNotice notice;
    private final DailyDigest digest;

    MailRoom(ClinicContent content, ProcedureMatcher matcher) {
        this.content = content;
        this.matcher = matcher;
        this.rules = new PatientMailRules(content.clinic());
        this.clinicMail = new ClinicMail(content);
        this.pdfs = new HandoutPdfs(content);
        this.patientMail = new PatientMail(content, pdfs);
        this.notice = new ClinicNotice(content);
        this.digest = new DailyDigest(content);
    }

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void printHandouts() {
        pdfs.makeAll();
    }

    /** Decides what an inquiry is answered with. */
    Answer answer(InquiryReceived inquiry) {
        Match match = inquiry.crisis()
                ? CRISIS
                : matcher.match(new Question(
                        inquiry.message(), inquiry.procedure(), inquiry.region().wireName()));
        return new Answer(handout(inquiry, match), match.reason(), rules.forbid(inquiry, match));
    }

    /** @param reason why it is owed, where the ledger says so */
    Mail write(InquiryReceived inquiry, Answer answer, Audience audience, @Nullable String reason) {
        return switch (audience) {
            case CLINIC -> toClinic(inquiry, answer, content.clinic().inbox());
            case FALLBACK -> toClinic(inquiry, answer, content.clinic().fallbackInbox());
            case PATIENT -> patientMail.write(inquiry, answer.handout());
            case NOTICE -> notice.pleasePhone(inquiry, reason == null ? "unknown" : reason);
        };
    }

    private Mail toClinic(InquiryReceived inquiry, Answer answer, String inbox) {
        return answer.withheld()
                .map(withheld -> clinicMail.write(inquiry, inbox, null, withheld.sentence()))
                .orElseGet(() -> clinicMail.write(inquiry, inbox, answer.handout(), answer.reason()));
    }

    DailyDigest digest() {
        return digest;
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

package org.foramen.notifier.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foramen.content.Approval;
import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;
import org.foramen.content.RoutedInquiry;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.NotifierSettings;
import org.foramen.notifier.matching.Match;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.matching.Question;
import org.foramen.notifier.message.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what answers an inquiry, and which of the clinic's inboxes get it. */
@Component
class Answers {

    private final ClinicContent content;
    private final ProcedureMatcher matcher;
    private final boolean requireApproval;

    Answers(ClinicContent content, ProcedureMatcher matcher, NotifierSettings settings) {
        this.content = content;
        this.matcher = matcher;
        this.requireApproval = settings.library().requireApproval();
    }

    /** Who may want to die gets 988, and no handout; what is no patient's gets none, and waits for the clinic. */
    Answer to(InquiryReceived inquiry) {
        if (inquiry.crisis()) {
            return new Answer(null, "The message speaks of self-harm.", inquiry.suspicions());
        }
        Match match = match(inquiry);
        List<String> suspicions = new ArrayList<>(inquiry.suspicions());
        if (match instanceof Match.NotAPatient) {
            suspicions.add(Answer.NOT_A_PATIENT);
            return new Answer(null, match.reason(), suspicions);
        }
        String language = content.clinic().nearestLanguage(inquiry.person().preferredLanguage());
        EducationSummary general = content.library().general(language);
        Optional<EducationSummary> summary = Optional.ofNullable(procedureOf(match))
                .flatMap(id -> content.library().find(id, language));
        if (summary.isPresent() && requireApproval && !isApproved(summary.get())) {
            String reason =
                    match.reason() + " The handout about it is not approved yet, so the general leaflet goes instead.";
            return new Answer(general, reason, suspicions);
        }
        return new Answer(summary.orElse(general), match.reason(), suspicions);
    }

    /** Never empty. */
    List<String> inboxesOf(InquiryReceived inquiry) {
        String matched = inquiry.crisis() ? null : procedureOf(match(inquiry));
        return content.clinic()
                .inboxesOf(new RoutedInquiry(
                        inquiry.kind().wireName(),
                        matched == null ? inquiry.procedure() : matched,
                        content.clinic().routedLanguage(inquiry.person().preferredLanguage()),
                        inquiry.urgent()));
    }

    private Match match(InquiryReceived inquiry) {
        return matcher.match(new Question(
                inquiry.message(), inquiry.procedure(), inquiry.region().wireName()));
    }

    private static @Nullable String procedureOf(Match match) {
        return match instanceof Match.Summary summary ? summary.procedureId() : null;
    }

    private static boolean isApproved(EducationSummary summary) {
        return summary.about().approval().status() == Approval.Status.APPROVED;
    }
}

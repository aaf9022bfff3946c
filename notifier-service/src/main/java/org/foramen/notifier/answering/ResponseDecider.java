package org.foramen.notifier.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.route.RoutedInquiry;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.matching.Match;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.matching.Question;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what answers an inquiry, and which of the clinic's inboxes get it. */
@Component
class ResponseDecider {

    /** Who may want to die gets 988, and no handout. */
    private static final Match CRISIS = new Match.NotAPatient("The message speaks of self-harm.");

    private final ClinicContent content;
    private final ProcedureMatcher matcher;
    private final PatientMailRules rules;
    private final boolean requireApproval;

    ResponseDecider(ClinicContent content, ProcedureMatcher matcher, NotifierSettings settings) {
        this.content = content;
        this.matcher = matcher;
        this.rules = new PatientMailRules(content.clinic());
        this.requireApproval = settings.requireApproval();
    }

    MailPlan plan(InquiryReceived inquiry) {
        Match match = inquiry.crisis()
                ? CRISIS
                : matcher.match(new Question(
                        inquiry.message(), inquiry.procedure(), inquiry.region().wireName()));
        return new MailPlan(answer(inquiry, match), inboxes(inquiry, match));
    }

    private Response answer(InquiryReceived inquiry, Match match) {
        List<String> suspicions = new ArrayList<>(inquiry.suspicions());
        if (match instanceof Match.NotAPatient && !inquiry.urgent()) {
            suspicions.add(Response.NOT_A_PATIENT);
        }
        Reason withheld = rules.forbid(inquiry, suspicions);
        if (match instanceof Match.NotAPatient) {
            return new Response(null, match.reason(), suspicions, withheld);
        }
        String language = content.clinic().nearestLanguage(inquiry.person().preferredLanguage());
        EducationSummary general = content.library().general(language);
        EducationSummary handout = Optional.ofNullable(procedureOf(match))
                .flatMap(id -> content.library().find(id, language))
                .orElse(general)
                .in(inquiry.region().wireName());
        if (maySend(handout)) {
            return new Response(handout, match.reason(), suspicions, withheld);
        }
        boolean leaflet = maySend(general);
        String instead = leaflet ? "so the general leaflet goes instead." : "so none goes.";
        String reason = match.reason() + " The handout about it is not approved, or no longer, " + instead;
        return new Response(leaflet ? general : null, reason, suspicions, withheld);
    }

    /** An unapproved text tells nobody anything where approval is required. */
    private boolean maySend(EducationSummary handout) {
        return !requireApproval || content.approvals().holds(handout.approval());
    }

    private List<String> inboxes(InquiryReceived inquiry, Match match) {
        String matched = procedureOf(match);
        return content.clinic()
                .inboxesOf(new RoutedInquiry(
                        inquiry.kind().wireName(),
                        matched == null ? inquiry.procedure() : matched,
                        content.clinic().routedLanguage(inquiry.person().preferredLanguage()),
                        inquiry.urgent()));
    }

    private static @Nullable String procedureOf(Match match) {
        return match instanceof Match.Summary summary ? summary.procedureId() : null;
    }
}

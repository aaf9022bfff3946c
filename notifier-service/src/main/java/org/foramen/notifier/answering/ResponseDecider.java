package org.foramen.notifier.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foramen.content.ClinicContent;
import org.foramen.content.ReadableHandouts;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.route.RoutedInquiry;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Suspicion;
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
public class ResponseDecider {

    /** Who may want to die gets 988, and no handout. */
    private static final Match CRISIS = new Match.NotAPatient("The message speaks of self-harm.");

    private final ClinicContent content;
    private final ProcedureMatcher matcher;
    private final PatientMailRules rules;
    private final ReadableHandouts readable;

    public ResponseDecider(ClinicContent content, ProcedureMatcher matcher, NotifierSettings settings) {
        this.content = content;
        this.matcher = matcher;
        this.rules = new PatientMailRules(content.clinic());
        this.readable = new ReadableHandouts(content, settings.requireApproval());
    }

    /** Decides it, by the words of the message and the clinic's rules alone. */
    public MailPlan plan(InquiryReceived inquiry) {
        Match match = inquiry.crisis()
                ? CRISIS
                : matcher.match(new Question(
                        inquiry.message(), inquiry.procedure(), inquiry.region().wireName()));
        return new MailPlan(answer(inquiry, match), inboxes(inquiry, match));
    }

    private Response answer(InquiryReceived inquiry, Match match) {
        List<String> suspicions = new ArrayList<>(inquiry.suspicions());
        if (match instanceof Match.NotAPatient && !inquiry.urgent()) {
            suspicions.add(Suspicion.NOT_A_PATIENT.wireName());
        }
        Reason withheld = rules.forbid(inquiry, suspicions);
        if (match instanceof Match.NotAPatient) {
            return new Response(null, match.reason(), suspicions, withheld);
        }
        String language = content.clinic().nearestLanguage(inquiry.person().preferredLanguage());
        String procedure = procedureOf(match);
        EducationSummary handout = readable.find(procedure, language)
                .map(found -> found.in(inquiry.region().wireName()))
                .orElse(null);
        return new Response(handout, match.reason() + instead(procedure, language, handout), suspicions, withheld);
    }

    /** What goes in place of a handout that nobody may read; nothing where that one goes. */
    private String instead(@Nullable String procedure, String language, @Nullable EducationSummary handout) {
        EducationSummary wanted = Optional.ofNullable(procedure)
                .flatMap(id -> content.library().find(id, language))
                .orElseGet(() -> content.library().general(language));
        if (readable.has(wanted)) {
            return "";
        }
        return " The handout about it is not approved, or no longer, "
                + (handout == null ? "so none goes." : "so the general leaflet goes instead.");
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

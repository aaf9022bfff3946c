package org.foramen.notifier.preview;

import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.answering.ResponseDecider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where an inquiry would go and what it would be answered, without sending anything. */
@Component
public class RoutePreview {

    private final ClinicContent content;
    private final ResponseDecider answers;

    RoutePreview(ClinicContent content, ResponseDecider answers) {
        this.content = content;
        this.answers = answers;
    }

    /**
     * Says it of what a visitor might fill in.
     *
     * @param kind {@code contact} or {@code considering-procedure}
     * @param procedure by its library id; null when none is chosen
     * @param language a BCP 47 tag
     * @throws IllegalArgumentException when the form would refuse it
     */
    public Preview of(String kind, @Nullable String procedure, String language, String message, boolean urgent) {
        return of(new SampleInquiry(kind, procedure, language, message), urgent);
    }

    Preview of(SampleInquiry sample, boolean urgent) {
        MailPlan plan = answers.plan(sample.asReceived(content, urgent));
        return new Preview(
                plan.inboxes(),
                plan.answer().handout(),
                plan.answer().reason(),
                plan.answer().suspected());
    }

    /**
     * Where it would go.
     *
     * @param handout null when none would be sent
     * @param reason why this handout, or none
     * @param waits true when the mail to the person would wait until it is released
     */
    public record Preview(List<String> inboxes, @Nullable EducationSummary handout, String reason, boolean waits) {}
}

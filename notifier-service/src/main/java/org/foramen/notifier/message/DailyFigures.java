package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What came in a span of time and what became of it.
 *
 * @param inquiries that were read
 * @param inInbox of these, those whose mail the clinic's mail server took
 * @param answered people whose mail was taken
 * @param unasked people who did not agree to e-mail
 * @param openCases what a person must look at
 */
public record DailyFigures(
        Instant from, Instant to, int inquiries, int inInbox, int answered, int unasked, List<OpenCase> openCases) {

    public DailyFigures {
        openCases = List.copyOf(openCases);
    }

    /**
     * A mail that did not arrive, or has not yet.
     *
     * @param reason why it is owed or withheld, where that needs saying
     */
    public record OpenCase(Subject subject, Audience audience, State state, @Nullable Reason reason) {}
}

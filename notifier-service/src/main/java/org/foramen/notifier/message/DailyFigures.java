package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
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
     * @param name the inquiry's reference, or the name of a dead letter
     * @param audience whom the mail is for, as the ledger has it
     * @param state how far it is, as the ledger has it
     */
    public record OpenCase(String name, String audience, String state, @Nullable String reason) {}
}

package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * What came in a span of time, and who waits for an answer at its end.
 *
 * @param to that end
 * @param inquiries that were read
 * @param inInbox of these, those whose mail the clinic's mail server took
 * @param waiting whom somebody must answer, the next due first
 * @param heldBack inquiries that may be spam, whose people wait for nobody unless somebody looks
 */
public record DailyFigures(Instant to, int inquiries, int inInbox, List<Waiting> waiting, List<InquiryId> heldBack) {

    public DailyFigures {
        waiting = List.copyOf(waiting);
        heldBack = List.copyOf(heldBack);
    }

    /** How many should have heard by now. */
    int late() {
        return (int) waiting.stream().filter(one -> one.due().isBefore(to)).count();
    }

    /**
     * A person to answer.
     *
     * @param procedure what it is about, by its library id; null when that is none
     * @param due by when
     */
    public record Waiting(
            InquiryId inquiry,
            Order order,
            Level level,
            String language,
            @Nullable BestTime bestTime,
            @Nullable String procedure,
            Instant due) {}
}

package org.foramen.notifier.message.list;

import java.time.Instant;
import java.util.List;
import org.foramen.content.approval.TextApproval;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for an answer at a moment, what else the front desk has to know, and what came before it.
 *
 * @param to that moment
 * @param waiting whom somebody must answer, the next due first
 * @param unmailed of the open inquiries those whose person our mail does not reach, or may not have
 * @param heldBack inquiries that may be spam, whose people wait for nobody unless somebody looks
 * @param lost how many inquiries nobody can read any more, at most
 * @param ending texts whose approval ends soon, or has
 */
public record DailyFigures(
        Instant to,
        Came came,
        List<PersonToAnswer> waiting,
        List<InquiryId> unmailed,
        List<InquiryId> heldBack,
        long lost,
        List<TextApproval> ending) {

    public DailyFigures {
        waiting = List.copyOf(waiting);
        unmailed = List.copyOf(unmailed);
        heldBack = List.copyOf(heldBack);
        ending = List.copyOf(ending);
    }

    /** How many should have heard by now. */
    int late() {
        return (int) waiting.stream().filter(one -> one.due().isBefore(to)).count();
    }

    /**
     * What came.
     *
     * @param since from when on
     * @param inquiries that were read
     * @param inInbox of these, those whose mail the clinic's mail server took
     */
    public record Came(Instant since, int inquiries, int inInbox) {}

    /**
     * A person to answer.
     *
     * @param procedure what it is about, by its library id; null when that is none
     * @param due by when
     */
    public record PersonToAnswer(
            InquiryId inquiry,
            Order order,
            Level level,
            String language,
            @Nullable BestTime bestTime,
            @Nullable String procedure,
            Instant due) {}
}

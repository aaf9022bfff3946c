package org.foramen.content.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Which texts are approved today, by the clinic's calendar, and which will not be for long. */
public final class Approvals {

    private final List<TextApproval> texts;
    private final Clock clock;

    /** @param clock in the clinic's time zone */
    public Approvals(List<TextApproval> texts, Clock clock) {
        this.texts = List.copyOf(texts);
        this.clock = clock;
    }

    public boolean holds(Approval approval) {
        return approval.holdsOn(today());
    }

    /** The texts that nobody has approved, or whose day of review has passed. */
    public List<TextApproval> missing() {
        return texts.stream().filter(text -> !holds(text.approval())).toList();
    }

    /** The approved texts that must be looked at again within {@link Approval#NOTICE_DAYS} or are overdue, the first to end first. */
    public List<TextApproval> ending() {
        return texts.stream()
                .filter(text -> text.approval().endsSoonOn(today()))
                .sorted(Comparator.comparing(TextApproval::reviewBy))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

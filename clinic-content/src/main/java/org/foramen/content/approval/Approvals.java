package org.foramen.content.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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

    /** The approved texts that must be looked at again within a time or are overdue, the first to end first. */
    public List<TextApproval> endingWithin(Duration within) {
        LocalDate last = LocalDate.now(Clock.offset(clock, within));
        return texts.stream()
                .filter(text ->
                        text.approval().signature() != null && !reviewBy(text).isAfter(last))
                .sorted(Comparator.comparing(Approvals::reviewBy))
                .toList();
    }

    private static LocalDate reviewBy(TextApproval text) {
        return Objects.requireNonNull(text.approval().signature()).reviewBy();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

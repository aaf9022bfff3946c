package org.foramen.notifier.ledger.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.notifier.ledger.statistics.LedgerStatistics.Standing;

/**
 * Every mail in the ledger, counted by audience and state. Those that ended long ago are counted once an hour, and at once where the
 * sum is not that of the table, as when one of them was taken up again: so a look each minute does not read all of them.
 */
public final class MailTotals {

    private static final Duration KEPT = Duration.ofHours(1);

    /** An end is noted a little after its moment, and another notifier's clock may be off. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final LedgerStatistics ledger;
    private List<Standing> past = List.of();
    private Instant until = Instant.EPOCH;
    private Instant nextCount = Instant.MIN;

    public MailTotals(LedgerStatistics ledger) {
        this.ledger = ledger;
    }

    /** As of now; those that stand alike may be told in two parts. */
    public List<Standing> look(Instant now) {
        if (!now.isBefore(nextCount)) {
            countPast(now);
        }
        List<Standing> present = ledger.openOrEndedSince(until);
        if (count(past) + count(present)
                != ledger.mails()) { // one stands in both parts or in none, or came this moment
            countPast(now);
            present = ledger.openOrEndedSince(until);
        }
        return Stream.concat(past.stream(), present.stream()).toList();
    }

    private void countPast(Instant now) {
        until = now.minus(MARGIN);
        past = ledger.endedBefore(until);
        nextCount = now.plus(KEPT);
    }

    private static long count(List<Standing> totals) {
        return totals.stream().mapToLong(Standing::mails).sum();
    }
}

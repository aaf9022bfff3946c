package org.foramen.notifier.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.foramen.content.approval.TextApproval;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.reconciliation.Reconciliation;

/**
 * How the mail stands while a page is made; headline and tiles both speak of this one.
 *
 * @param owed what is to be sent
 * @param waiting what waits for a person
 * @param answering false while the mail server, or the ledger, does not answer
 * @param check the last comparison of Kafka with the ledger
 * @param ending texts that are mailed, whose approval ends soon or has ended
 */
public record MailStanding(
        Instant now,
        LedgerStatistics.Owed owed,
        DeliverySearch.Troubles waiting,
        boolean answering,
        Reconciliation check,
        List<TextApproval> ending) {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final Duration STALE = Duration.ofMinutes(15);

    /** True once Kafka and the ledger were compared. */
    public boolean checked() {
        return check.at().getEpochSecond() > 0;
    }

    /** True when the comparison has not run for long. */
    public boolean stale() {
        return checked() && check.at().isBefore(now.minus(STALE));
    }

    /** True when a mail waits for longer than a full inbox explains. */
    public boolean late() {
        Instant since = owed.since();
        return since != null && since.isBefore(now.minus(LONG));
    }

    public int missing() {
        return check.missing().size();
    }
}

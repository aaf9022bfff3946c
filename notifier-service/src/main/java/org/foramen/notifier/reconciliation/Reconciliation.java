package org.foramen.notifier.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What the last reconciliation found.
 *
 * @param inquiries records in the topic that are or were inquiries, dead letters included
 * @param unread those that no group has come to yet
 * @param missing mails of inquiries that both groups have passed and the ledger does not know: owed anew, unless held
 * @param casesOpened inquiries that had no case, which was opened anew
 * @param held true when so many or so old ones are missing that a person must look first; above 1,000 not all are counted
 * @param owed deliveries in the ledger that have not ended
 * @param ended deliveries in the ledger that have
 * @param lost how many records Kafka dropped before they were read
 * @param gone the same as a part of a sentence; empty when nothing
 */
public record Reconciliation(
        Instant at,
        long inquiries,
        long unread,
        List<String> missing,
        int casesOpened,
        boolean held,
        long owed,
        long ended,
        long lost,
        String gone) {

    public Reconciliation {
        missing = List.copyOf(missing);
    }

    /** @param inquiries those that were held against the ledger */
    static Reconciliation of(
            Instant now, long inquiries, long unread, TopicComparison found, LedgerMetrics ledger, LostRecords lost) {
        return new Reconciliation(
                now,
                inquiries + unread,
                unread,
                found.missing().names(),
                found.casesOpened(),
                found.missing().isForAPerson(),
                ledger.mails(false),
                ledger.mails(true),
                lost.count(),
                lost.sentence());
    }

    /** For people: {@code 12 inquiries, all accounted for}. */
    public String getSentence() {
        String read = unread == 0 ? "" : ", %d still unread".formatted(unread);
        if (missing.isEmpty()) {
            return gone.isEmpty()
                    ? "%d inquiries, all accounted for%s; %d mails owed".formatted(inquiries, read, owed)
                    : "%d inquiries are in Kafka%s; %d mails owed; %s".formatted(inquiries, read, owed, gone);
        }
        return held
                ? "The ledger is lost or old: %d mails MISSING from it, and none is sent again"
                        .formatted(missing.size())
                : "%d inquiries, %d mails MISSING from the ledger%s".formatted(inquiries, missing.size(), read);
    }
}

package org.foramen.notifier.inbox;

import java.time.Instant;
import java.util.List;

/**
 * The books, balanced.
 *
 * @param inquiries records in the topic that are or were inquiries, dead letters included
 * @param unread those that no group has come to yet
 * @param missing those that a group has passed and the ledger does not know: they are owed anew
 * @param owed deliveries in the ledger that have not ended
 * @param ended deliveries in the ledger that have
 */
public record Reconciliation(Instant at, long inquiries, long unread, List<String> missing, long owed, long ended) {

    public Reconciliation {
        missing = List.copyOf(missing);
    }

    /** For people: {@code 12 inquiries, all accounted for}. */
    public String getSentence() {
        String read = unread == 0 ? "" : ", %d still unread".formatted(unread);
        return missing.isEmpty()
                ? "%d inquiries, all accounted for%s; %d mails owed".formatted(inquiries, read, owed)
                : "%d inquiries, %d MISSING from the ledger%s".formatted(inquiries, missing.size(), read);
    }
}

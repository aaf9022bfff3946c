package org.foramen.notifier.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the deliveries whose time has come. */
@Component
public class DueDeliveries {

    /**
     * In the order of an index: else each of those that are due is read to find the first. The audience is an expression, so
     * that no other index is taken for it.
     */
    static final String DUE =
            """
            select * from delivery where ended_at is null and next_attempt_at <= :now and audience || '' in (:audiences)
            order by ended_at, next_attempt_at limit :most
            """;

    /** How long a row that this version does not understand is left alone; another version may run beside it. */
    private static final Duration UNREAD_PAUSE = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(DueDeliveries.class);

    private final JdbcClient jdbc;

    public DueDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those to these audiences, the longest due first. A row that cannot be read is put off. */
    public List<Delivery> find(Set<Audience> audiences, Instant now, int most) {
        List<RawKey> unread = new ArrayList<>();
        List<Delivery> due = jdbc.sql(DUE)
                .param("now", LedgerRows.utc(now))
                .param("audiences", audiences.stream().map(Audience::wireName).toList())
                .param("most", most)
                .query(LedgerRows.understood(LedgerRows::delivery, (row, number) -> unread.add(RawKey.of(row))));
        if (!unread.isEmpty()) {
            putOff(unread, now.plus(UNREAD_PAUSE));
        }
        return due;
    }

    /** Rows that cannot be read go behind the others. */
    private void putOff(List<RawKey> unread, Instant until) {
        log.error("{} rows of the ledger cannot be read, they wait until {}: {}", unread.size(), until, unread);
        unread.forEach(key -> jdbc.sql("update delivery set next_attempt_at = :until where " + LedgerRows.KEY)
                .param("until", LedgerRows.utc(until))
                .param("subjectKind", key.kind)
                .param("subject", key.subject)
                .param("audience", key.audience)
                .param("recipient", key.recipient)
                .update());
    }

    /** What names a row, whatever it says. */
    private record RawKey(String kind, String subject, String audience, int recipient) {
        static RawKey of(ResultSet row) throws SQLException {
            return new RawKey(
                    row.getString("subject_kind"),
                    row.getString("subject_id"),
                    row.getString("audience"),
                    row.getInt("recipient_index"));
        }
    }
}

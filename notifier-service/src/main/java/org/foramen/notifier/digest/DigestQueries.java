package org.foramen.notifier.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger tells about many inquiries at once. */
@Component
public class DigestQueries {

    private static final int MOST_CASES = 200;

    /** A mail that is younger is on its way, and no trouble. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** So long an alert rings too, and the console says so: longer than a weekend. */
    private static final Duration LOST_TOLD_FOR = Duration.ofDays(3);

    private static final String TROUBLE =
            """
            subject_kind not in ('digest', 'reminder', 'canary')
                and (ended_at is null and owed_since < ?
                    or subject_kind = 'dead-letter' and owed_since >= ? and owed_since < ?)
            """;

    private final JdbcClient jdbc;

    public DigestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when a mail was owed before that moment. */
    public boolean haveEntriesBefore(Instant moment) {
        return jdbc.sql("select exists (select 1 from delivery where owed_since < ? and subject_kind <> 'canary')")
                .param(LedgerRows.utc(moment))
                .query(Boolean.class)
                .single();
    }

    /** The day of the digest before a day's, to the same readers. */
    public Optional<LocalDate> latestDigestBefore(LocalDate day, Audience audience) {
        return jdbc
                .sql(
                        """
                        select subject_id from delivery where subject_kind = 'digest' and subject_id < ? and audience = ?
                        order by subject_id desc limit 10
                        """)
                .params(day.toString(), audience.wireName())
                .query(LedgerRows.understood((row, number) -> LocalDate.parse(row.getString("subject_id"))))
                .stream()
                .findFirst();
    }

    /** How many inquiries were read in a span of time. */
    public int inquiries(Instant from, Instant to) {
        return count("", from, to);
    }

    /** Of these, how many the clinic's mail server took. */
    public int inInbox(Instant from, Instant to) {
        return count("and state = 'sent'", from, to);
    }

    private int count(String which, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select count(*) from delivery
                        where owed_since >= ? and owed_since < ? and audience = 'clinic' and recipient_index = 1
                        """
                                + which)
                .params(LedgerRows.utc(from), LedgerRows.utc(to))
                .query(Integer.class)
                .single();
    }

    /** What Kafka dropped before it was read, as it was found in the days before a moment. */
    public LostInquiries lost(Instant moment) {
        return LostInquiries.of(jdbc.sql(
                        """
                        select topic_partition, from_offset, to_offset, records from lost_records
                        where found_at >= ? and records > 0 order by found_at, topic_partition
                        """)
                .param(LedgerRows.utc(moment.minus(LOST_TOLD_FOR)))
                .query(LostInquiries.Range.class)
                .list());
    }

    /** Mails that wait for long, and records of that span that could not be read; so many at most. */
    public List<Delivery> troubles(Instant from, Instant to) {
        return jdbc.sql("select * from delivery where " + TROUBLE
                        + " order by owed_since, subject_kind, subject_id, audience, recipient_index limit ?")
                .params(LedgerRows.utc(to.minus(PATIENCE)), LedgerRows.utc(from), LedgerRows.utc(to), MOST_CASES)
                .query(LedgerRows.understood(LedgerRows::delivery));
    }

    /** How many there are of these. */
    public long countTroubles(Instant from, Instant to) {
        return jdbc.sql("select count(*) from delivery where " + TROUBLE)
                .params(LedgerRows.utc(to.minus(PATIENCE)), LedgerRows.utc(from), LedgerRows.utc(to))
                .query(Long.class)
                .single();
    }
}

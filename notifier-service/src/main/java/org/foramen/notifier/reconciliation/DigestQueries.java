package org.foramen.notifier.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.message.DailyFigures;
import org.foramen.notifier.message.DailyFigures.OpenCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger tells about many inquiries at once. */
@Component
public class DigestQueries {

    private static final int MOST_CASES = 200;

    private final JdbcClient jdbc;

    public DigestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when a mail was owed before that moment. */
    public boolean haveEntriesBefore(Instant moment) {
        return jdbc.sql("select exists (select 1 from delivery where owed_since < ?)")
                .param(utc(moment))
                .query(Boolean.class)
                .single();
    }

    /** The day of the digest before a day's. */
    public Optional<LocalDate> latestDigestBefore(LocalDate day) {
        return jdbc
                .sql(
                        """
                        select subject_id from delivery where subject_kind = 'digest' and subject_id < ?
                        order by subject_id desc limit 10
                        """)
                .param(day.toString())
                .query(LedgerRows.understood((row, number) -> LocalDate.parse(row.getString("subject_id"))))
                .stream()
                .findFirst();
    }

    /** What came in a span of time and what became of it until now; older cases that are still open are named too. */
    public DailyFigures between(Instant from, Instant to) {
        return new DailyFigures(
                from,
                to,
                count("audience = 'clinic' and recipient_index = 1", from, to),
                count("audience = 'clinic' and recipient_index = 1 and state = 'sent'", from, to),
                count("audience = 'patient' and state = 'sent'", from, to),
                count("audience = 'patient' and state = 'withheld' and reason = ?", from, to, Reason.NO_CONSENT),
                openCases(from, to));
    }

    private int count(String which, Instant from, Instant to, Reason... reasons) {
        return jdbc.sql("select count(*) from delivery where owed_since >= ? and owed_since < ? and " + which)
                .params(utc(from), utc(to))
                .params(Stream.of(reasons).map(Reason::code).toList())
                .query(Integer.class)
                .single();
    }

    private List<OpenCase> openCases(Instant from, Instant to) {
        return jdbc
                .sql(
                        """
                        select * from delivery
                        where owed_since < ? and subject_kind not in ('digest', 'reminder')
                            and (ended_at is null or coalesce(ended_at, owed_since) >= ? and
                                (state in ('refused', 'unacceptable', 'bounced', 'expired', 'unknown')
                                    or state = 'withheld' and reason not in (?, ?)))
                        order by owed_since, subject_kind, subject_id, audience, recipient_index limit ?
                        """)
                .params(utc(to), utc(from), Reason.NO_CONSENT.code(), Reason.ERASED.code(), MOST_CASES)
                .query(LedgerRows.understood(LedgerRows::delivery))
                .stream()
                .map(open -> new OpenCase(open.key().subject(), open.key().audience(), open.state(), open.reason()))
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

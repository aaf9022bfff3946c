package org.foramen.notifier.reconciliation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foramen.contract.InquiryId;
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

    /** The owner of the notice before the given one, of those that begin alike and are ordered by name. */
    public Optional<String> latestNoticeBefore(String owner, String prefix) {
        return jdbc.sql("select max(inquiry_id) from delivery where inquiry_id >= ? and inquiry_id < ?")
                .params(prefix, owner)
                .query(String.class)
                .optional();
    }

    /** What came in a span of time and what became of it until now; older cases that are still open are named too. */
    public DailyFigures between(Instant from, Instant to) {
        return new DailyFigures(
                from,
                to,
                count("audience = 'clinic'", from, to),
                count("audience = 'clinic' and state = 'sent'", from, to),
                count("audience = 'patient' and state = 'sent'", from, to),
                count("audience = 'patient' and state = 'withheld' and reason = 'no-consent'", from, to),
                openCases(from, to));
    }

    private int count(String which, Instant from, Instant to) {
        return jdbc.sql("select count(*) from delivery where owed_since >= ? and owed_since < ? and " + which)
                .params(utc(from), utc(to))
                .query(Integer.class)
                .single();
    }

    private List<OpenCase> openCases(Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select inquiry_id, audience, state, reason from delivery
                        where owed_since < ? and inquiry_id not like 'digest-%'
                            and (ended_at is null or owed_since >= ? and
                                (state in ('refused', 'expired', 'unknown')
                                    or state = 'withheld' and reason not in ('no-consent', 'erased')))
                        order by owed_since, inquiry_id, audience limit ?
                        """)
                .params(utc(to), utc(from), MOST_CASES)
                .query((row, number) -> new OpenCase(
                        name(row.getString("inquiry_id")),
                        row.getString("audience"),
                        row.getString("state"),
                        row.getString("reason")))
                .list();
    }

    /** What people call it. */
    private static String name(String inquiry) {
        return InquiryId.isOne(inquiry) ? new InquiryId(inquiry).reference() : inquiry;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

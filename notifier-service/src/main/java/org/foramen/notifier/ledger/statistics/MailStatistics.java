package org.foramen.notifier.ledger.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails of a span of time in figures, for people who watch them. */
@Component
public class MailStatistics {

    private final JdbcClient jdbc;

    public MailStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inquiries by the hour in which they were read, counted from 1970. */
    public Map<Long, Long> inquiriesByHour(Instant from) {
        return byHour("owed_since", "and audience = 'clinic' and recipient_index = 1", from);
    }

    /** Mails by the hour since which they are owed. */
    public Map<Long, Long> owedByHour(Instant from) {
        return byHour("owed_since", "", from);
    }

    /** Mails by the hour in which they ended. */
    public Map<Long, Long> endedByHour(Instant from) {
        return byHour("ended_at", "", from);
    }

    /** Mails of a span of time by their state. */
    public Map<State, Long> outcomes(Instant from) {
        Map<State, Long> outcomes = new LinkedHashMap<>();
        for (State state : State.values()) {
            long mails = jdbc.sql("select count(*) from delivery where owed_since >= ? and state = ?")
                    .params(LedgerRows.utc(from), state.wireName())
                    .query(Long.class)
                    .single();
            if (mails > 0) {
                outcomes.put(state, mails);
            }
        }
        return outcomes;
    }

    /** Mails to people by the handout that went with them, such as {@code foraminotomy/es}, the most frequent first. */
    public Map<String, Long> handouts(Instant from) {
        Map<String, Long> handouts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select handout, count(*) as mails from delivery
                        where owed_since >= ? and handout is not null group by handout order by mails desc, handout
                        """)
                .param(LedgerRows.utc(from))
                .query(row -> {
                    handouts.put(row.getString("handout"), row.getLong("mails"));
                });
        return handouts;
    }

    /**
     * How long inquiries took from here to the clinic's inbox; empty when none got there. Mails that a person sent again or
     * let go are left out.
     */
    public Optional<TimeToInbox> timeToInbox(Instant from) {
        return jdbc.sql(
                        """
                        select count(*) as mails,
                            percentile_cont(0.5) within group (order by taken) as half,
                            percentile_cont(0.95) within group (order by taken) as most,
                            percentile_cont(0.99) within group (order by taken) as nearly_all
                        from (select cast(extract(epoch from ended_at) - extract(epoch from owed_since) as double precision)
                                as taken
                            from delivery where owed_since >= ? and audience = 'clinic' and recipient_index = 1
                                and state = 'sent'
                                and not exists (select 1 from audit where subject = subject_id
                                    and action like 'resend%')) as arrived
                        """)
                .param(LedgerRows.utc(from))
                .query((row, number) -> new TimeToInbox(
                        row.getLong("mails"),
                        seconds(row.getDouble("half")),
                        seconds(row.getDouble("most")),
                        seconds(row.getDouble("nearly_all"))))
                .optional()
                .filter(time -> time.mails() > 0);
    }

    private Map<Long, Long> byHour(String time, String which, Instant from) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select cast(floor(extract(epoch from %1$s) / 3600) as bigint) as what, count(*) as mails
                        from delivery where %1$s >= ? %2$s group by what
                        """
                                .formatted(time, which))
                .param(LedgerRows.utc(from))
                .query(row -> {
                    counts.put(row.getLong("what"), row.getLong("mails"));
                });
        return counts;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /**
     * How long mails took.
     *
     * @param half the longest of the quicker half (p50)
     * @param most p95
     * @param nearlyAll p99
     */
    public record TimeToInbox(long mails, Duration half, Duration most, Duration nearlyAll) {}
}

package org.foramen.notifier.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger in figures, for people who watch it. */
@Component
public class LedgerStatistics {

    private final JdbcClient jdbc;

    public LedgerStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is owed now. */
    public Owed owed() {
        return jdbc.sql("select count(*) as mails, min(owed_since) as since from delivery where ended_at is null")
                .query((row, number) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new Owed(row.getLong("mails"), since == null ? null : since.toInstant());
                })
                .single();
    }

    /** How many records were set aside and neither replayed, erased nor dismissed since. */
    public long deadLetters() {
        return jdbc.sql(
                        """
                        select count(*) from delivery where subject_kind = 'dead-letter' and not exists
                            (select 1 from audit where subject = subject_id and at >= owed_since
                                and (action in ('replay', 'erase') or action like 'dismiss%'))
                        """)
                .query(Long.class)
                .single();
    }

    /** Every mail in the ledger, counted by audience and state. */
    public List<Standing> standings() {
        return jdbc.sql(
                        """
                        select subject_kind, audience, recipient_index, state, count(*) as mails, min(owed_since) as oldest
                        from delivery group by subject_kind, audience, recipient_index, state
                        """)
                .query(LedgerRows.understood((row, number) -> new Standing(
                        SubjectKind.named(row.getString("subject_kind")),
                        new Recipient(Audience.named(row.getString("audience")), row.getInt("recipient_index")),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("mails"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant())));
    }

    /** Inquiries by the hour in which they were read, counted from 1970. */
    public Map<Long, Long> inquiriesByHour(Instant from) {
        return counts(
                """
                select cast(floor(extract(epoch from owed_since) / 3600) as bigint) as what, count(*) as mails
                from delivery where owed_since >= ? and audience = 'clinic' and recipient_index = 1 group by what
                """,
                from);
    }

    /** Mails by the hour since which they are owed. */
    public Map<Long, Long> owedByHour(Instant from) {
        return counts(
                """
                select cast(floor(extract(epoch from owed_since) / 3600) as bigint) as what, count(*) as mails
                from delivery where owed_since >= ? group by what
                """,
                from);
    }

    /** Mails by the hour in which they ended. */
    public Map<Long, Long> endedByHour(Instant from) {
        return counts(
                """
                select cast(floor(extract(epoch from ended_at) / 3600) as bigint) as what, count(*) as mails
                from delivery where ended_at >= ? group by what
                """,
                from);
    }

    /** Mails of a span of time by their state. */
    public Map<State, Long> outcomes(Instant from) {
        Map<State, Long> outcomes = new LinkedHashMap<>();
        for (State state : State.values()) {
            long mails = jdbc.sql("select count(*) from delivery where owed_since >= ? and state = ?")
                    .params(utc(from), state.wireName())
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
                .param(utc(from))
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
                .param(utc(from))
                .query((row, number) -> new TimeToInbox(
                        row.getLong("mails"),
                        seconds(row.getDouble("half")),
                        seconds(row.getDouble("most")),
                        seconds(row.getDouble("nearly_all"))))
                .optional()
                .filter(time -> time.mails() > 0);
    }

    /** Changes whenever the ledger does. */
    public String pulse() {
        return jdbc.sql(
                        """
                        select concat(count(*), ' ', count(ended_at), ' ', sum(attempts), ' ', max(owed_since), ' ',
                            max(attempted_at), ' ', max(ended_at), ' ', (select count(*) from audit))
                        from delivery
                        """)
                .query(String.class)
                .single();
    }

    private Map<Long, Long> counts(String sql, Instant from) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).param(utc(from)).query(row -> {
            counts.put(row.getLong("what"), row.getLong("mails"));
        });
        return counts;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * How many mails stand alike.
     *
     * @param oldest since when the oldest of them is owed
     */
    public record Standing(SubjectKind about, Recipient recipient, State state, long mails, Instant oldest) {

        /** How metrics name them: by whom they go to, and what is not about an inquiry by what it is about. */
        String tag() {
            return about == SubjectKind.INQUIRY ? recipient.wireName() : about.wireName();
        }
    }

    /** @param since the oldest; null when nothing is owed */
    public record Owed(long mails, @Nullable Instant since) {}

    /**
     * How long mails took.
     *
     * @param half the longest of the quicker half (p50)
     * @param most p95
     * @param nearlyAll p99
     */
    public record TimeToInbox(long mails, Duration half, Duration most, Duration nearlyAll) {}
}

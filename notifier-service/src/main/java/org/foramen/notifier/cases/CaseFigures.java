package org.foramen.notifier.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Level;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases in figures. Those that were erased do not count. */
@Component
public class CaseFigures {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    CaseFigures(JdbcClient jdbc, ClinicContent content, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = content.clinic().timeZone();
    }

    /** The board in figures, as of now. */
    public CaseCounts counts() {
        return jdbc.sql(
                        """
                        select count(*) filter (where %1$s) as emergencies,
                            count(*) filter (where not %1$s and state <> 'tried' and due_at < ? and not %2$s)
                                as today,
                            count(*) filter (where not %1$s and state <> 'tried' and due_at >= ? and not %2$s)
                                as later,
                            count(*) filter (where not %1$s and state = 'tried') as tried,
                            count(*) filter (where due_at < ? and not %2$s) as late
                        from inquiry_case where done_at is null
                        """
                                .formatted(CaseFile.IS_EMERGENCY, CaseFile.IS_NOT_ASKED_FOR))
                .params(LedgerRows.utc(startOf(1)), LedgerRows.utc(startOf(1)), LedgerRows.utc(clock.instant()))
                .query(CaseCounts.class)
                .single();
    }

    /** Those that are open, counted by state and level. */
    public Map<CaseCounts.Standing, Long> standings() {
        Map<CaseCounts.Standing, Long> standings = new HashMap<>();
        jdbc.sql(
                        "select state, level, count(*) as people from inquiry_case where done_at is null group by state, level")
                .query(row -> {
                    standings.put(
                            new CaseCounts.Standing(
                                    WireName.read(CaseState.class, row.getString("state")),
                                    Level.named(row.getString("level"))),
                            row.getLong("people"));
                });
        return standings;
    }

    /** How soon those heard from the clinic whom it first answered since then; what may be spam does not count. */
    public CaseCounts.FirstAnswers firstAnswers(Instant since) {
        return jdbc.sql(
                        """
                        select count(*) as answered, count(*) filter (where answered_at <= due_at) as in_time,
                            percentile_cont(0.5) within group (order by
                                cast(extract(epoch from answered_at) - extract(epoch from received_at) as double precision))
                                as median
                        from inquiry_case where answered_at >= ? and not suspected
                        """)
                .param(LedgerRows.utc(since))
                .query((row, number) -> {
                    long answered = row.getLong("answered");
                    return answered == 0
                            ? new CaseCounts.FirstAnswers(0, null, null)
                            : new CaseCounts.FirstAnswers(
                                    answered,
                                    Duration.ofSeconds(Math.round(row.getDouble("median"))),
                                    (double) row.getLong("in_time") / answered);
                })
                .single();
    }

    /** Changes whenever the board does. */
    public String pulse() {
        return jdbc.sql(
                        """
                        select concat(
                            (select concat(count(*), ' ', sum(version)) from inquiry_case where done_at is null), ' ',
                            (select concat(count(*), ' ', sum(version)) from inquiry_case where done_at >= ?))
                        """)
                .param(LedgerRows.utc(startOf(0)))
                .query(String.class)
                .single();
    }

    private Instant startOf(int daysFromToday) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(daysFromToday)
                .atStartOfDay(zone)
                .toInstant();
    }
}

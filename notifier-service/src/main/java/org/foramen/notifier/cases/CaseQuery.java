package org.foramen.notifier.cases;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of cases as a select: which cases, in their order, by an index alone; then what their rows show. */
final class CaseQuery {

    private static final String NEXT_DUE = "done_at, due_at, inquiry_id";
    private static final String NEWEST_DONE = "done_at desc, inquiry_id";

    /** Who is due so soon is called whatever the hour they asked for. */
    private static final Duration PRESSING = Duration.ofHours(1);

    /**
     * Who is late or due within the hour comes first, by when; the others day by day, and of one day those first who asked to be
     * called at this time of it, and those last who asked for another. What nobody is asked to answer stands below all.
     */
    private static final String NEXT_TO_CALL =
            """
            case when %s then 1 else 0 end, case when due_at <= ? then due_at end nulls last, cast(due_at at time zone '%s' as date),
            case best_time when '%s' then 0 when '%s' then 2 else 1 end, due_at, inquiry_id
            """;

    /** Read off the index, in its order; where the table is needed as well, sorting those few that are left is quicker. */
    private static final String NTH_PRESSING =
            "select due_at from inquiry_case where %s and not %s and due_at <= ? order by done_at, due_at limit 1 offset ?";

    private static final int NOON = 12;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<Object> orderValues = new ArrayList<>();
    private final String order;
    private final boolean standsInIndex;

    /** @param now by the clinic's clock */
    CaseQuery(CaseFilter filter, ZonedDateTime now) {
        this.order = ofLane(filter, now);
        this.standsInIndex = filter.language() == null && filter.procedure() == null;
        where("state = ?", filter.state() == null ? null : filter.state().wireName());
        where("level = ?", filter.level() == null ? null : filter.level().wireName());
        where("language = ?", filter.language());
        where("owner = ?", filter.owner());
        where("procedure_id = ?", filter.procedure());
    }

    List<CaseFile> page(JdbcClient jdbc, int most, int skipped) {
        where("due_at <= ?", lastThatMatters(jdbc, skipped + most));
        String wanted = "select inquiry_id from inquiry_case where %s order by %s limit ? offset ?"
                .formatted(String.join(" and ", conditions), order);
        String cases = "select * from inquiry_case where inquiry_id in (%s) order by %s".formatted(wanted, order);
        return jdbc.sql(CaseRows.FILES.formatted(cases))
                .params(values)
                .params(orderValues)
                .params(most, skipped)
                .params(orderValues)
                .query(CaseRows::file)
                .list();
    }

    /** When the last of so many is due who press: who is due later stands behind them, and is not sorted. Null where fewer do. */
    private @Nullable OffsetDateTime lastThatMatters(JdbcClient jdbc, int many) {
        return !standsInIndex || orderValues.isEmpty()
                ? null
                : jdbc.sql(NTH_PRESSING.formatted(String.join(" and ", conditions), CaseFile.IS_NOT_ASKED_FOR))
                        .params(values)
                        .params(orderValues)
                        .param(many - 1)
                        .query(OffsetDateTime.class)
                        .optional()
                        .orElse(null);
    }

    private String ofLane(CaseFilter filter, ZonedDateTime now) {
        CaseFilter.Lane lane = filter.lane();
        if (lane == null) {
            boolean done = filter.state() != null && filter.state().done();
            conditions.add(done ? "done_at is not null and level is not null" : "done_at is null");
            return done ? NEWEST_DONE : NEXT_DUE;
        }
        return switch (lane) {
            case NOW -> {
                conditions.add("done_at is null and " + CaseFile.IS_EMERGENCY);
                yield "received_at, inquiry_id";
            }
            case TODAY -> {
                conditions.add("done_at is null and state <> 'tried' and " + CaseFile.IS_NO_EMERGENCY);
                yield nextToCall(now);
            }
            case TRIED -> {
                conditions.add("done_at is null and state = 'tried' and " + CaseFile.IS_NO_EMERGENCY);
                yield nextToCall(now);
            }
            case DONE_TODAY -> {
                where(
                        "level is not null and done_at >= ?",
                        LedgerRows.utc(
                                now.toLocalDate().atStartOfDay(now.getZone()).toInstant()));
                yield NEWEST_DONE;
            }
        };
    }

    private String nextToCall(ZonedDateTime now) {
        orderValues.add(LedgerRows.utc(now.toInstant().plus(PRESSING)));
        boolean morning = now.getHour() < NOON;
        return NEXT_TO_CALL.formatted(
                CaseFile.IS_NOT_ASKED_FOR,
                now.getZone(),
                (morning ? BestTime.MORNING : BestTime.AFTERNOON).wireName(),
                (morning ? BestTime.AFTERNOON : BestTime.MORNING).wireName());
    }

    private void where(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }
}

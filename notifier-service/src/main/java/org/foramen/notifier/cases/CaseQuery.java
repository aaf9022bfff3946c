package org.foramen.notifier.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of cases as a select: the cases first, in the order of an index, then what else their rows show. */
final class CaseQuery {

    private static final String NEXT_DUE = "done_at, due_at, inquiry_id";
    private static final String NEWEST_DONE = "done_at desc, inquiry_id";
    private static final String EMERGENCY = "level in ('emergency', 'crisis')";
    private static final String NO_EMERGENCY = "level not in ('emergency', 'crisis')";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final String order;

    CaseQuery(CaseFilter filter, Instant startOfToday) {
        this.order = ofLane(filter, startOfToday);
        where("state = ?", filter.state() == null ? null : filter.state().wireName());
        where("level = ?", filter.level() == null ? null : filter.level().wireName());
        where("language = ?", filter.language());
        where("owner = ?", filter.owner());
        where("procedure_id = ?", filter.procedure());
    }

    List<CaseFile> page(JdbcClient jdbc, int most, int skipped) {
        String cases = "select * from inquiry_case where %s order by %s limit ? offset ?"
                .formatted(String.join(" and ", conditions), order);
        return jdbc.sql(CaseRows.FILES.formatted(cases))
                .params(values)
                .params(most, skipped)
                .query(CaseRows::file)
                .list();
    }

    private String ofLane(CaseFilter filter, Instant startOfToday) {
        CaseFilter.Lane lane = filter.lane();
        if (lane == null) {
            boolean done = filter.state() != null && filter.state().done();
            conditions.add(done ? "done_at is not null and level is not null" : "done_at is null");
            return done ? NEWEST_DONE : NEXT_DUE;
        }
        return switch (lane) {
            case NOW -> {
                conditions.add("done_at is null and " + EMERGENCY);
                yield "received_at, inquiry_id";
            }
            case TODAY -> {
                conditions.add("done_at is null and state <> 'tried' and " + NO_EMERGENCY);
                yield NEXT_DUE;
            }
            case TRIED -> {
                conditions.add("done_at is null and state = 'tried' and " + NO_EMERGENCY);
                yield NEXT_DUE;
            }
            case DONE_TODAY -> {
                where("level is not null and done_at >= ?", LedgerRows.utc(startOfToday));
                yield NEWEST_DONE;
            }
        };
    }

    private void where(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }
}

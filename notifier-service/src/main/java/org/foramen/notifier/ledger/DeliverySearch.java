package org.foramen.notifier.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds rows of the ledger for people to look at. */
@Component
public class DeliverySearch {

    /** Rows that may wait for a person: unreadable, failed, or held back. Each of the three is found by an index. */
    private static final String TROUBLED =
            """
            (select * from delivery where subject_kind = 'dead-letter'
            union all
            select * from delivery where subject_kind <> 'dead-letter'
                and state in ('refused', 'unacceptable', 'bounced', 'expired', 'unknown')
            union all
            select * from delivery where subject_kind <> 'dead-letter' and (state, reason) in (%s)) as delivery
            """
                    .formatted(Stream.of(Reason.values())
                            .filter(Reason::releasable)
                            .map(reason -> "('withheld', '" + reason.code() + "')")
                            .collect(Collectors.joining(", ")));

    /** Of these, that nobody saw to since. */
    private static final String NOT_SEEN_TO =
            """
            (reason is null or reason <> 'erased')
            and not exists (select 1 from audit where audit.subject = subject_id
                and (subject_kind = 'dead-letter' and at >= owed_since
                        and (action in ('replay', 'erase') or action like 'dismiss%')
                    or action like 'dismiss%' and at >= ended_at
                    or action in ('case closed', 'case reached') and not exists (select 1 from audit later
                        where later.subject = audit.subject and later.action = 'case reopened' and later.at > audit.at)))
            """;

    static final String TROUBLES = "select subject_kind, state, count(*) as mails from " + TROUBLED + " where "
            + NOT_SEEN_TO + " group by subject_kind, state";

    private final JdbcClient jdbc;

    DeliverySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest deliveries that are wanted.
     *
     * @param most no more than so many
     * @param skipped so many newer ones are left out
     */
    public List<Delivery> newest(Wanted wanted, int most, int skipped) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        if (wanted.needsPerson()) {
            conditions.add(NOT_SEEN_TO);
        }
        if (wanted.state() != null) {
            conditions.add("state = ?");
            values.add(wanted.state().wireName());
        }
        if (wanted.audience() != null) {
            conditions.add("audience = ?");
            values.add(wanted.audience().wireName());
        }
        if (!wanted.name().isBlank()) {
            Subject named = Subject.named(wanted.name().strip().toLowerCase(Locale.ROOT))
                    .orElse(null);
            conditions.add("subject_kind = ? and subject_id like ?");
            values.add((named == null ? SubjectKind.INQUIRY : named.kind()).wireName());
            values.add(named == null ? idBeginning(wanted.name()) + "%" : named.id());
        }
        values.add(most);
        values.add(skipped);
        return jdbc.sql(
                        "select * from " + (wanted.needsPerson() ? TROUBLED : "delivery") + " where "
                                + String.join(" and ", conditions)
                                + " order by owed_since desc, subject_kind, subject_id, audience, recipient_index limit ? offset ?")
                .params(values)
                .query(LedgerRows.understood(LedgerRows::delivery));
    }

    /** All that is owed about one subject. */
    public List<Delivery> about(Subject subject) {
        return jdbc.sql(
                        """
                        select * from delivery where subject_kind = ? and subject_id = ?
                        order by owed_since, audience, recipient_index
                        """)
                .params(subject.kind().wireName(), subject.id())
                .query(LedgerRows.understood(LedgerRows::delivery));
    }

    /** Counts what waits for a person. */
    public Troubles troubles() {
        long[] counts = new long[3];
        jdbc.sql(TROUBLES).query(row -> {
            boolean unreadable = row.getString("subject_kind").equals(SubjectKind.DEAD_LETTER.wireName());
            boolean held = row.getString("state").equals(State.WITHHELD.wireName());
            counts[unreadable ? 0 : held ? 1 : 2] += row.getLong("mails");
        });
        return new Troubles(counts[0], counts[1], counts[2]);
    }

    /** True when something about this waits for a person. */
    public boolean isTroubled(Subject subject) {
        return jdbc.sql("select count(*) from " + TROUBLED + " where subject_kind = ? and subject_id = ? and "
                                + NOT_SEEN_TO)
                        .params(subject.kind().wireName(), subject.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Where the unreadable records stood that wait for a person. */
    public List<String> unreadable() {
        return jdbc.sql("select distinct subject_id from delivery where subject_kind = 'dead-letter' and "
                        + NOT_SEEN_TO)
                .query(String.class)
                .list();
    }

    /** Ids hold no O, I or L, so that these may be taken for what they look like when they are read out on the phone. */
    private static String idBeginning(String name) {
        String id = InquiryId.spelled(name).replaceAll("[^0-9A-Z]", "");
        return id.isEmpty() ? "-" : id;
    }

    /**
     * What is looked for.
     *
     * @param needsPerson only what waits for a person
     * @param state null means any
     * @param audience null means any
     * @param name the beginning of an id, a reference such as {@code K7F3-92QX}, or a notice's whole name; blank means any
     */
    public record Wanted(boolean needsPerson, @Nullable State state, @Nullable Audience audience, String name) {}

    /** How many wait for a person: records, mails that somebody may let go, and mails that ended badly. */
    public record Troubles(long unreadable, long heldBack, long failed) {

        public long all() {
            return unreadable + heldBack + failed;
        }
    }
}

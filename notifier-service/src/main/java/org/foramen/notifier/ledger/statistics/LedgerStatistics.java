package org.foramen.notifier.ledger.statistics;

import java.time.Instant;
import java.util.List;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the ledger stands, in figures. */
@Component
public class LedgerStatistics {

    static final String COUNTED =
            """
            select subject_kind, audience, recipient_index, state, count(*) as mails, min(owed_since) as oldest
            from (%s) counted group by subject_kind, audience, recipient_index, state
            """;

    /** Each half is found by the index; with "or" between them all would be read. */
    static final String OPEN_OR_ENDED_SINCE =
            """
            select * from delivery where ended_at is null union all select * from delivery where ended_at >= :moment
            """;

    private final JdbcClient jdbc;

    public LedgerStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is owed now. */
    public Owed owed() {
        return jdbc.sql("select count(*) as mails, min(owed_since) as since from delivery where ended_at is null")
                .query((row, number) -> new Owed(row.getLong("mails"), LedgerRows.perhaps(row, "since")))
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

    /** All mails in the ledger. */
    long mails() {
        return jdbc.sql("select count(*) from delivery").query(Long.class).single();
    }

    /** The mails that had ended before a moment, counted by audience and state. All of them are read. */
    List<Standing> endedBefore(Instant moment) {
        return standings("select * from delivery where ended_at < :moment", moment);
    }

    /** The others, counted likewise; it costs as much as they are. */
    List<Standing> openOrEndedSince(Instant moment) {
        return standings(OPEN_OR_ENDED_SINCE, moment);
    }

    private List<Standing> standings(String mails, Instant moment) {
        return jdbc.sql(COUNTED.formatted(mails))
                .param("moment", LedgerRows.utc(moment))
                .query(LedgerRows.understood((row, number) -> new Standing(
                        WireName.read(SubjectKind.class, row.getString("subject_kind")),
                        new Recipient(
                                WireName.read(Audience.class, row.getString("audience")),
                                row.getInt("recipient_index")),
                        WireName.read(State.class, row.getString("state")),
                        row.getLong("mails"),
                        LedgerRows.instant(row, "oldest"))));
    }

    /** Changes whenever the ledger does: what is open is read, and of what has ended the latest. */
    public String pulse() {
        return jdbc.sql(
                        """
                        select concat(count(*), ' ', sum(attempts), ' ', count(case when state = 'attempting' then 1 end), ' ',
                            (select max(owed_since) from delivery), ' ', (select max(ended_at) from delivery), ' ',
                            (select max(at) from audit))
                        from delivery where ended_at is null
                        """)
                .query(String.class)
                .single();
    }

    /**
     * How many mails stand alike.
     *
     * @param oldest since when the oldest of them is owed
     */
    public record Standing(SubjectKind about, Recipient recipient, State state, long mails, Instant oldest) {

        /** How metrics name them: by whom they go to, and what is not about an inquiry by what it is about. */
        public String tag() {
            return about == SubjectKind.INQUIRY ? recipient.wireName() : about.wireName();
        }
    }

    /** @param since the oldest; null when nothing is owed */
    public record Owed(long mails, @Nullable Instant since) {}
}

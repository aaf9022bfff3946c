package org.foramen.notifier.ledger;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to inquiries. Entries are only ever added. */
@Component
public class AuditLog {

    private static final RowMapper<Entry> ENTRY = (row, number) -> new Entry(
            LedgerRows.instant(row, "at"), row.getString("action"), row.getString("subject"), row.getString("by_whom"));

    private final JdbcClient jdbc;

    public AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; joins the transaction that it is called in. */
    public void note(String action, String subject, String by, Instant now) {
        jdbc.sql("insert into audit values (?, ?, ?, ?)")
                .params(LedgerRows.utc(now), action, subject, by)
                .update();
    }

    /** Adds one unless this was noted of the subject before. */
    public void noteOnce(String action, String subject, String by, Instant now) {
        if (about(subject).stream().noneMatch(entry -> entry.action().equals(action))) {
            note(action, subject, by, now);
        }
    }

    /** Adds one unless the same was noted of the subject for that moment. */
    public void noteOnceAt(String action, String subject, String by, Instant at) {
        if (about(subject).stream()
                .noneMatch(entry -> entry.action().equals(action) && entry.at().equals(at))) {
            note(action, subject, by, at);
        }
    }

    /** The newest entries, without so many newer ones. */
    public List<Entry> newest(int most, int skipped) {
        return jdbc.sql("select * from audit order by at desc, subject, action, by_whom limit ? offset ?")
                .params(most, skipped)
                .query(ENTRY)
                .list();
    }

    /** All that were done of one kind, in the order in which they happened. */
    public List<Entry> allOf(String action) {
        return jdbc.sql("select * from audit where action = ? order by at")
                .param(action)
                .query(ENTRY)
                .list();
    }

    /** All entries about one inquiry or dead letter, in the order in which they happened. */
    public List<Entry> about(String subject) {
        return jdbc.sql("select * from audit where subject = ? order by at")
                .param(subject)
                .query(ENTRY)
                .list();
    }

    /**
     * One thing that somebody did.
     *
     * @param action such as {@code release}
     * @param subject the inquiry's id, or a dead letter's place
     * @param by the user's name, or {@code command}
     */
    public record Entry(Instant at, String action, String subject, String by) {}
}

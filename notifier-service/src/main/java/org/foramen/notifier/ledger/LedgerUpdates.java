package org.foramen.notifier.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.smtp.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that change a row of the ledger. */
final class LedgerUpdates {

    private static final String THIS_ONE = " where " + LedgerRows.KEY;

    private static final Logger log = LoggerFactory.getLogger(LedgerUpdates.class);

    private final JdbcClient jdbc;

    LedgerUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when someone else changed the row since it was read, or it is not due. */
    boolean begin(Delivery seen, Instant now, Instant leased) {
        return jdbc.sql(
                                """
                        update delivery
                        set state = 'attempting', attempts = attempts + 1, attempted_at = ?, next_attempt_at = ?
                        where ended_at is null and state = ? and attempts = ? and next_attempt_at <= ? and
                        """
                                        + LedgerRows.KEY)
                        .params(LedgerRows.values(
                                seen.key(),
                                LedgerRows.utc(now),
                                LedgerRows.utc(leased),
                                seen.state().wireName(),
                                seen.attempts(),
                                LedgerRows.utc(now)))
                        .update()
                == 1;
    }

    /** Rows that cannot be read go behind the others. */
    void putOff(List<RawKey> unread, Instant until) {
        log.error("{} rows of the ledger cannot be read, they wait until {}: {}", unread.size(), until, unread);
        unread.forEach(key -> jdbc.sql("update delivery set next_attempt_at = ?" + THIS_ONE)
                .params(LedgerRows.utc(until), key.kind, key.subject, key.audience, key.recipient)
                .update());
    }

    void renew(Delivery running, Instant leased) {
        jdbc.sql("update delivery set next_attempt_at = ? where state = 'attempting' and attempts = ? and "
                        + LedgerRows.KEY)
                .params(LedgerRows.values(running.key(), LedgerRows.utc(leased), running.attempts()))
                .update();
    }

    /** The record moved: a repeat of it stands further on, and compaction may take the older one away. */
    void moved(Subject subject, Position position) {
        jdbc.sql(
                        """
                        update delivery set topic_partition = ?, topic_offset = ?
                        where subject_kind = ? and subject_id = ? and ended_at is null
                        """)
                .params(position.partition(), position.offset(), subject.kind().wireName(), subject.id())
                .update();
    }

    void withhold(Delivery delivery, Reason reason, Instant now) {
        jdbc.sql("update delivery set state = 'withheld', reason = ?, next_attempt_at = null, ended_at = ?" + THIS_ONE)
                .params(LedgerRows.values(delivery.key(), reason.code(), LedgerRows.utc(now)))
                .update();
    }

    /** Of what may have arrived; what is erased stays as it is. */
    boolean returned(Delivery seen, Reply reply, @Nullable Instant again, Instant now) {
        return jdbc.sql(
                                """
                        update delivery
                        set state = ?, smtp_code = ?, enhanced_status = ?, next_attempt_at = ?, ended_at = ?
                        where state in ('sent', 'unknown', 'deferred') and state = ? and attempts = ?
                            and (reason is null or reason <> ?) and
                        """
                                        + LedgerRows.KEY)
                        .params(LedgerRows.values(
                                seen.key(),
                                (again == null ? State.BOUNCED : State.DEFERRED).wireName(),
                                reply.code(),
                                reply.enhanced(),
                                again == null ? null : LedgerRows.utc(again),
                                again == null ? LedgerRows.utc(now) : null,
                                seen.state().wireName(),
                                seen.attempts(),
                                Reason.ERASED.code()))
                        .update()
                == 1;
    }

    void again(Delivery delivery, Followup.Again again) {
        int attempts = again.state() == State.OWED ? delivery.attempts() - 1 : delivery.attempts();
        update(
                delivery,
                again.state().wireName(),
                null,
                attempts,
                again.unknowns(),
                again.reply().code(),
                again.reply().enhanced(),
                LedgerRows.utc(again.at()),
                null);
    }

    /** False when it has ended otherwise meanwhile. */
    boolean ended(Delivery delivery, Followup.Ended ended) {
        return update(
                delivery,
                ended.state().wireName(),
                ended.fault() == null ? null : ended.fault().code(),
                delivery.attempts(),
                ended.unknowns(),
                ended.reply().code(),
                ended.reply().enhanced(),
                null,
                LedgerRows.utc(ended.at()));
    }

    void sent(Delivery delivery, Followup.Sent sent) {
        SentHandout handout = sent.handout();
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'sent', smtp_code = ?, enhanced_status = ?, next_attempt_at = null, ended_at = ?,
                            handout = ?, handout_version = ?, handout_hash = ?, handout_approval = ?
                        where (reason is null or reason <> ?) and
                        """
                                + LedgerRows.KEY)
                .params(LedgerRows.values(
                        delivery.key(),
                        sent.reply().code(),
                        sent.reply().enhanced(),
                        LedgerRows.utc(sent.at()),
                        handout == null ? null : handout.handout(),
                        handout == null ? null : handout.version(),
                        handout == null ? null : handout.hash(),
                        handout == null ? null : handout.approval(),
                        Reason.ERASED.code()))
                .update();
        if (rows == 0) { // erased on its way: that it went stays on record, and nothing more
            jdbc.sql("update delivery set state = 'sent', ended_at = ?" + THIS_ONE)
                    .params(LedgerRows.values(delivery.key(), LedgerRows.utc(sent.at())))
                    .update();
        }
    }

    /** What has ended meanwhile, as by an erasure, stays as it is. */
    private boolean update(Delivery delivery, @Nullable Object... values) {
        return jdbc.sql(
                                """
                        update delivery
                        set state = ?, reason = coalesce(?, reason), attempts = ?, unknowns = ?, smtp_code = ?, enhanced_status = ?,
                            next_attempt_at = ?, ended_at = ?
                        where ended_at is null and
                        """
                                        + LedgerRows.KEY)
                        .params(LedgerRows.values(delivery.key(), values))
                        .update()
                == 1;
    }

    /** What names a row, whatever it says. */
    record RawKey(String kind, String subject, String audience, int recipient) {
        static RawKey of(ResultSet row) throws SQLException {
            return new RawKey(
                    row.getString("subject_kind"),
                    row.getString("subject_id"),
                    row.getString("audience"),
                    row.getInt("recipient_index"));
        }
    }
}

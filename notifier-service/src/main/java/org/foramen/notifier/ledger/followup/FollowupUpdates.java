package org.foramen.notifier.ledger.followup;

import java.time.Instant;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that write into a delivery's row what came of it. */
final class FollowupUpdates {

    private static final String THIS_ONE = " where " + LedgerRows.KEY;

    private final JdbcClient jdbc;

    FollowupUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}

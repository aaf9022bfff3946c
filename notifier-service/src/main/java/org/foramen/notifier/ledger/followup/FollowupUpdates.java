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

    private final JdbcClient jdbc;

    FollowupUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what may have arrived; what is erased stays as it is. */
    boolean returned(Delivery seen, Reply reply, @Nullable Instant again, Instant now) {
        return jdbc.sql(
                                """
                        update delivery
                        set state = :state, smtp_code = :code, enhanced_status = :enhanced, next_attempt_at = :again, ended_at = :ended
                        where state in ('sent', 'unknown', 'deferred') and state = :seen and attempts = :attempts
                            and (reason is null or reason <> :erased) and
                        """
                                        + LedgerRows.KEY)
                        .params(LedgerRows.values(seen.key()))
                        .param("state", (again == null ? State.BOUNCED : State.DEFERRED).wireName())
                        .param("code", reply.code())
                        .param("enhanced", reply.enhanced())
                        .param("again", again == null ? null : LedgerRows.utc(again))
                        .param("ended", again == null ? LedgerRows.utc(now) : null)
                        .param("seen", seen.state().wireName())
                        .param("attempts", seen.attempts())
                        .param("erased", Reason.ERASED.code())
                        .update()
                == 1;
    }

    /** What has ended meanwhile, as by an erasure, stays as it is. */
    void again(Delivery delivery, Followup.Again again) {
        jdbc.sql(
                        """
                        update delivery
                        set state = :state, attempts = :attempts, unknowns = :unknowns, smtp_code = :code, enhanced_status = :enhanced,
                            next_attempt_at = :next
                        where ended_at is null and
                        """
                                + LedgerRows.KEY)
                .params(LedgerRows.values(delivery.key()))
                .param("state", again.state().wireName())
                .param("attempts", again.state() == State.OWED ? delivery.attempts() - 1 : delivery.attempts())
                .param("unknowns", again.unknowns())
                .param("code", again.reply().code())
                .param("enhanced", again.reply().enhanced())
                .param("next", LedgerRows.utc(again.at()))
                .update();
    }

    /** False when it has ended otherwise meanwhile. */
    boolean ended(Delivery delivery, Followup.Ended ended) {
        Reason fault = ended.fault();
        return jdbc.sql(
                                """
                        update delivery
                        set state = :state, reason = coalesce(:reason, reason), unknowns = :unknowns, smtp_code = :code,
                            enhanced_status = :enhanced, next_attempt_at = null, ended_at = :ended
                        where ended_at is null and
                        """
                                        + LedgerRows.KEY)
                        .params(LedgerRows.values(delivery.key()))
                        .param("state", ended.state().wireName())
                        .param("reason", fault == null ? null : fault.code())
                        .param("unknowns", ended.unknowns())
                        .param("code", ended.reply().code())
                        .param("enhanced", ended.reply().enhanced())
                        .param("ended", LedgerRows.utc(ended.at()))
                        .update()
                == 1;
    }

    void sent(Delivery delivery, Followup.Sent sent) {
        SentHandout handout = sent.handout();
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'sent', smtp_code = :code, enhanced_status = :enhanced, next_attempt_at = null, ended_at = :ended,
                            handout = :handout, handout_version = :version, handout_hash = :hash, handout_approval = :approval
                        where (reason is null or reason <> :erased) and
                        """
                                + LedgerRows.KEY)
                .params(LedgerRows.values(delivery.key()))
                .param("code", sent.reply().code())
                .param("enhanced", sent.reply().enhanced())
                .param("ended", LedgerRows.utc(sent.at()))
                .param("handout", handout == null ? null : handout.handout())
                .param("version", handout == null ? null : handout.version())
                .param("hash", handout == null ? null : handout.hash())
                .param("approval", handout == null ? null : handout.approval())
                .param("erased", Reason.ERASED.code())
                .update();
        if (rows == 0) { // erased on its way: that it went stays on record, and nothing more
            jdbc.sql("update delivery set state = 'sent', ended_at = :ended where " + LedgerRows.KEY)
                    .params(LedgerRows.values(delivery.key()))
                    .param("ended", LedgerRows.utc(sent.at()))
                    .update();
        }
    }
}

package org.foramen.notifier.ledger;

import java.time.Instant;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that note, begin and withhold a delivery. */
final class LedgerUpdates {

    /** What has ended has no next attempt; were that asked for as well, H2 would read all that are due to find the one. */
    static final String BEGIN =
            """
            update delivery
            set state = 'attempting', attempts = attempts + 1, attempted_at = :now, next_attempt_at = :leased
            where state = :state and attempts = :attempts and next_attempt_at <= :now and
            """
                    + LedgerRows.KEY;

    private final JdbcClient jdbc;
    private final MessageIds messageIds;

    LedgerUpdates(JdbcClient jdbc, MessageIds messageIds) {
        this.jdbc = jdbc;
        this.messageIds = messageIds;
    }

    /** False, and nothing happens, when it is known. */
    boolean insert(
            DeliveryKey key,
            State state,
            @Nullable Reason reason,
            int attempts,
            Position position,
            Instant now,
            @Nullable Instant next) {
        return jdbc.sql(
                                """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts, unknowns, message_id,
                            topic_partition, topic_offset, owed_since, attempted_at, next_attempt_at, ended_at)
                        values (:subjectKind, :subject, :audience, :recipient, :state, :reason, :attempts, 0, :messageId,
                            :partition, :offset, :now, :attempted, :next, :ended)
                        on conflict do nothing
                        """)
                        .params(LedgerRows.values(key))
                        .param("state", state.wireName())
                        .param("reason", reason == null ? null : reason.code())
                        .param("attempts", attempts)
                        .param("messageId", messageIds.of(key))
                        .param("partition", position.partition())
                        .param("offset", position.offset())
                        .param("now", LedgerRows.utc(now))
                        .param("attempted", attempts == 0 ? null : LedgerRows.utc(now))
                        .param("next", next == null ? null : LedgerRows.utc(next))
                        .param("ended", state.ended() ? LedgerRows.utc(now) : null)
                        .update()
                == 1;
    }

    /** False when someone else changed the row since it was read, or it is not due. */
    boolean begin(Delivery seen, Instant now, Instant leased) {
        return jdbc.sql(BEGIN)
                        .params(LedgerRows.values(seen.key()))
                        .param("now", LedgerRows.utc(now))
                        .param("leased", LedgerRows.utc(leased))
                        .param("state", seen.state().wireName())
                        .param("attempts", seen.attempts())
                        .update()
                == 1;
    }

    void renew(Delivery running, Instant leased) {
        jdbc.sql(
                        "update delivery set next_attempt_at = :leased where state = 'attempting' and attempts = :attempts and "
                                + LedgerRows.KEY)
                .params(LedgerRows.values(running.key()))
                .param("leased", LedgerRows.utc(leased))
                .param("attempts", running.attempts())
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

    void withhold(DeliveryKey key, Reason reason, Instant now) {
        jdbc.sql(
                        "update delivery set state = 'withheld', reason = :reason, next_attempt_at = null, ended_at = :now where "
                                + LedgerRows.KEY)
                .params(LedgerRows.values(key))
                .param("reason", reason.code())
                .param("now", LedgerRows.utc(now))
                .update();
    }
}

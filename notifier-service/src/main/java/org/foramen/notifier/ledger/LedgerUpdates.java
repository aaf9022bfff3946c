package org.foramen.notifier.ledger;

import java.time.Instant;
import java.util.Arrays;
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
            set state = 'attempting', attempts = attempts + 1, attempted_at = ?, next_attempt_at = ?
            where state = ? and attempts = ? and next_attempt_at <= ? and
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
                        values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(Arrays.<@Nullable Object>asList(
                                key.subject().kind().wireName(),
                                key.subject().id(),
                                key.audience().wireName(),
                                key.recipient().index(),
                                state.wireName(),
                                reason == null ? null : reason.code(),
                                attempts,
                                messageIds.of(key),
                                position.partition(),
                                position.offset(),
                                LedgerRows.utc(now),
                                attempts == 0 ? null : LedgerRows.utc(now),
                                next == null ? null : LedgerRows.utc(next),
                                state.ended() ? LedgerRows.utc(now) : null))
                        .update()
                == 1;
    }

    /** False when someone else changed the row since it was read, or it is not due. */
    boolean begin(Delivery seen, Instant now, Instant leased) {
        return jdbc.sql(BEGIN)
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
        jdbc.sql("update delivery set state = 'withheld', reason = ?, next_attempt_at = null, ended_at = ? where "
                        + LedgerRows.KEY)
                .params(LedgerRows.values(delivery.key(), reason.code(), LedgerRows.utc(now)))
                .update();
    }
}

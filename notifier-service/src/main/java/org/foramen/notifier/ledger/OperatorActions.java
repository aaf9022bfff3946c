package org.foramen.notifier.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people may change in the ledger by hand. Each change is noted in the audit with who wished it, or does not happen. */
@Component
public class OperatorActions {

    private static final List<String> RELEASABLE = Stream.of(Reason.values())
            .filter(Reason::releasable)
            .map(Reason::code)
            .toList();

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    public OperatorActions(JdbcClient jdbc, Ledger ledger, AuditLog audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lets a patient's mail go that was withheld; false when none was. */
    public boolean release(InquiryId inquiry, String by, Instant now) {
        return changes(() -> releaseAndNote(inquiry, by, now));
    }

    private boolean releaseAndNote(InquiryId inquiry, String by, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery set state = 'owed', reason = :released, next_attempt_at = :now, ended_at = null
                        where subject_kind = 'inquiry' and subject_id = :inquiry and audience = 'patient'
                            and state = 'withheld' and reason in (:releasable)
                        """)
                .param("released", Reason.RELEASED.code())
                .param("now", LedgerRows.utc(now))
                .param("inquiry", inquiry.value())
                .param("releasable", RELEASABLE)
                .update();
        if (rows == 1) {
            audit.note("release", inquiry.value(), by, now);
        }
        return rows == 1;
    }

    /**
     * Owes a mail again that had ended, under the same Message-ID; false when it is not one that was sent or given up.
     *
     * @param position where the inquiry stands now
     */
    public boolean oweAgain(DeliveryKey key, Position position, String by, Instant now) {
        return changes(() -> oweAgainAndNote(key, position, by, now));
    }

    private boolean oweAgainAndNote(DeliveryKey key, Position position, String by, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'owed', unknowns = 0, next_attempt_at = :now, ended_at = null,
                            topic_partition = :partition, topic_offset = :offset
                        where state in ('sent', 'refused', 'unacceptable', 'bounced', 'expired', 'unknown')
                            and (reason is null or reason <> :erased) and
                        """
                                + LedgerRows.KEY)
                .params(LedgerRows.values(key))
                .param("now", LedgerRows.utc(now))
                .param("partition", position.partition())
                .param("offset", position.offset())
                .param("erased", Reason.ERASED.code())
                .update();
        if (rows == 1) {
            audit.note("resend " + key.recipient().wireName(), key.subject().id(), by, now);
        }
        return rows == 1;
    }

    /** A dead letter is no longer one: it was read again, or erased. Known already: nothing happens. */
    public void settle(String action, String place, String by, Instant now) {
        audit.noteOnce(action, place, by, now);
    }

    /** An inquiry was erased: nothing more is sent about it, and what was sent stays on record under its bare id. */
    public void erase(InquiryId inquiry, Position position, String by, Instant now) {
        transaction.executeWithoutResult(status -> eraseAndNote(inquiry, position, by, now));
    }

    private void eraseAndNote(InquiryId inquiry, Position position, String by, Instant now) {
        int changed = 0;
        for (Audience audience : List.of(Audience.CLINIC, Audience.PATIENT)) {
            DeliveryKey key = new DeliveryKey(inquiry, audience);
            changed += ledger.withhold(key, position, Reason.ERASED, now) ? 1 : 0;
        }
        changed += jdbc.sql(
                        """
                        update delivery
                        set state = case when ended_at is null then 'withheld' else state end, reason = ?,
                            next_attempt_at = null, ended_at = coalesce(ended_at, ?), smtp_code = null, enhanced_status = null,
                            handout = null, handout_version = null, handout_hash = null, handout_approval = null
                        where subject_kind = 'inquiry' and subject_id = ? and (reason is null or reason <> ?)
                        """)
                .params(Reason.ERASED.code(), LedgerRows.utc(now), inquiry.value(), Reason.ERASED.code())
                .update();
        if (changed > 0) {
            audit.note("erase", inquiry.value(), by, now);
        }
    }

    private boolean changes(Supplier<Boolean> change) {
        return Boolean.TRUE.equals(transaction.execute(status -> change.get()));
    }
}

package org.foramen.notifier.cases.action;

import java.time.Instant;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clears a case when its inquiry is erased. Writes join the transaction of whoever calls. */
@Component
public class CaseErasure {

    private final JdbcClient jdbc;
    private final ConsentLog consents;
    private final Outbox outbox;

    public CaseErasure(JdbcClient jdbc, ConsentLog consents) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.outbox = new Outbox(jdbc);
    }

    /** Clears the case of an inquiry to its bare id, and its consent to the bare proof; also where none was opened yet, so that none will be. */
    public void erase(InquiryId inquiry, Instant now) {
        consents.erase(inquiry);
        int rows = jdbc.sql(
                        """
                        update inquiry_case
                        set state = 'closed', close_reason = 'erased', owner = null, done_at = coalesce(done_at, ?),
                            received_at = null, due_at = null, answered_at = null, level = null, suspected = null, way = null,
                            phone = null, email_allowed = null, language = null, best_time = null, kind = null,
                            procedure_id = null, phone_hash = null, email_hash = null, token_hash = null, repeats = null
                        where inquiry_id = ? and (close_reason is null or close_reason <> 'erased')
                        """)
                .params(LedgerRows.utc(now), inquiry.value())
                .update();
        if (rows == 0) {
            rows = jdbc.sql(
                            """
                            insert into inquiry_case (inquiry_id, version, state, tries, close_reason, opened_at, changed_at, done_at)
                            values (?, 0, 'closed', 0, 'erased', ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(inquiry.value(), LedgerRows.utc(now), LedgerRows.utc(now), LedgerRows.utc(now))
                    .update();
        }
        if (rows == 1) {
            outbox.note(inquiry, OutcomeKind.ERASED, CaseState.CLOSED.wireName(), now);
        }
    }
}

package org.foramen.notifier.webhook;

import java.time.Instant;
import java.util.List;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.outcome.InquiryOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What targets are still owed. Who may try one, and what came of it, is decided by one row of the table. */
@Component
public class WebhookQueue {

    private static final String THIS_ONE = " where target = ? and sequence_number = ?";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    public WebhookQueue(JdbcClient jdbc, AuditLog audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Joins the transaction of whoever calls; known already: nothing happens. */
    void owe(String target, InquiryOutcome outcome, Instant now) {
        jdbc.sql(
                        """
                        insert into webhook_delivery (target, sequence_number, inquiry_id, kind, level, outcome_state, mail, noted_at,
                            state, attempts, next_attempt_at)
                        values (:target, :number, :inquiry, :kind, :level, :state, :mail, :noted, 'owed', 0, :now)
                        on conflict do nothing
                        """)
                .param("target", target)
                .param("number", outcome.number())
                .param("inquiry", outcome.inquiry().value())
                .param("kind", outcome.kind().wireName())
                .param("level", outcome.level())
                .param("state", outcome.state())
                .param("mail", outcome.mail())
                .param("noted", LedgerRows.utc(outcome.at()))
                .param("now", LedgerRows.utc(now))
                .update();
    }

    /** What a target is to be told now; alarms first. */
    List<WebhookDelivery> due(String target, Instant now, int most) {
        return jdbc.sql(
                        """
                        select * from webhook_delivery where target = ? and ended_at is null and next_attempt_at <= ?
                        order by case when kind in ('urgent', 'overdue') then 0 else 1 end, next_attempt_at limit ?
                        """)
                .params(target, LedgerRows.utc(now), most)
                .query(WebhookDelivery::of)
                .list();
    }

    /** True while any target is owed something, due or not. */
    boolean isOwed() {
        return jdbc.sql("select 1 from webhook_delivery where ended_at is null limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** False when another notifier was quicker. */
    boolean begin(WebhookDelivery seen, Instant now, Instant leased) {
        return jdbc.sql(
                                """
                        update webhook_delivery set state = 'attempting', attempts = attempts + 1, next_attempt_at = ?
                        """
                                        + THIS_ONE
                                        + " and attempts = ? and next_attempt_at <= ?")
                        .params(
                                LedgerRows.utc(leased),
                                seen.target(),
                                seen.outcome().number(),
                                seen.attempts(),
                                LedgerRows.utc(now))
                        .update()
                == 1;
    }

    void end(WebhookDelivery delivery, State state, String answer, Instant now) {
        jdbc.sql("update webhook_delivery set state = ?, answer = ?, next_attempt_at = null, ended_at = ?" + THIS_ONE)
                .params(
                        state.wireName(),
                        answer,
                        LedgerRows.utc(now),
                        delivery.target(),
                        delivery.outcome().number())
                .update();
    }

    void again(WebhookDelivery delivery, String answer, Instant next) {
        jdbc.sql("update webhook_delivery set state = 'deferred', answer = ?, next_attempt_at = ?" + THIS_ONE)
                .params(
                        answer,
                        LedgerRows.utc(next),
                        delivery.target(),
                        delivery.outcome().number())
                .update();
    }

    /** The target wants no more: what it is owed ends, and it is owed nothing until somebody replays one. */
    void disable(WebhookDelivery refused, String answer, Instant now) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into webhook_gone (target, gone_at) values (?, ?) on conflict do nothing")
                    .params(refused.target(), LedgerRows.utc(now))
                    .update();
            jdbc.sql(
                            """
                            update webhook_delivery set state = 'refused', answer = ?, next_attempt_at = null, ended_at = ?
                            where target = ? and ended_at is null
                            """)
                    .params(answer, LedgerRows.utc(now), refused.target())
                    .update();
            audit.note("webhook disabled", refused.target(), "the target", now);
        });
    }

    /** The targets that want no more. */
    public List<String> gone() {
        return jdbc.sql("select target from webhook_gone order by target")
                .query(String.class)
                .list();
    }
}

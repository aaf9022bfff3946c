package org.foramen.notifier.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.outcome.InquiryOutcome;
import org.foramen.notifier.outcome.OutcomeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of what targets are owed. Who may try one, and what came of it, is decided by one row of it. */
@Component
public class WebhookDeliveries {

    private static final String THIS_ONE = " where target = ? and sequence_number = ?";
    private static final int KEPT_DAYS = 30;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    public WebhookDeliveries(JdbcClient jdbc, AuditLog audit, PlatformTransactionManager transactions) {
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
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'owed', 0, ?)
                        on conflict do nothing
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        target,
                        outcome.number(),
                        outcome.inquiry().value(),
                        outcome.kind().wireName(),
                        outcome.level(),
                        outcome.state(),
                        outcome.mail(),
                        LedgerRows.utc(outcome.at()),
                        LedgerRows.utc(now)))
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
                .query(WebhookDeliveries::delivery)
                .list();
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

    /** The newest first, whatever became of them. */
    public List<WebhookDelivery> newest(int most, int skipped) {
        return jdbc.sql("select * from webhook_delivery order by sequence_number desc, target limit ? offset ?")
                .params(most, skipped)
                .query(WebhookDeliveries::delivery)
                .list();
    }

    /** Changes when anything does that the newest show. */
    public String pulse() {
        return jdbc.sql(
                        """
                        select concat(count(*), ' ', count(ended_at), ' ', sum(attempts), ' ',
                            count(case when state = 'attempting' then 1 end))
                        from webhook_delivery
                        """)
                .query(String.class)
                .single();
    }

    /** Owes one again that has ended, under the same id, and believes in its target again; false when there is none. */
    public boolean replay(String target, long number, String by, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int rows = jdbc.sql(
                            """
                            update webhook_delivery set state = 'owed', next_attempt_at = ?, ended_at = null
                            where target = ? and sequence_number = ? and ended_at is not null
                            """)
                    .params(LedgerRows.utc(now), target, number)
                    .update();
            if (rows == 1) {
                jdbc.sql("delete from webhook_gone where target = ?")
                        .param(target)
                        .update();
                audit.note("webhook replay", target + " " + number, by, now);
            }
            return rows == 1;
        }));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetWhatIsPast() {
        jdbc.sql("delete from webhook_delivery where ended_at < ?")
                .param(LedgerRows.utc(Instant.now().minusSeconds(KEPT_DAYS * 86_400L)))
                .update();
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new WebhookDelivery(
                row.getString("target"),
                new InquiryOutcome(
                        row.getLong("sequence_number"),
                        new InquiryId(row.getString("inquiry_id")),
                        OutcomeKind.named(row.getString("kind")),
                        row.getString("level"),
                        row.getString("outcome_state"),
                        row.getString("mail"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("answer"),
                next == null ? null : next.toInstant());
    }
}

package org.foramen.notifier.webhook;

import java.time.Instant;
import java.util.List;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What targets were told and are owed, for whoever looks at it or asks for one again. */
@Component
public class WebhookDeliveries {

    private static final int KEPT_DAYS = 30;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    public WebhookDeliveries(JdbcClient jdbc, AuditLog audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The newest first, whatever became of them. */
    public List<WebhookDelivery> newest(int most, int skipped) {
        return jdbc.sql("select * from webhook_delivery order by sequence_number desc, target limit ? offset ?")
                .params(most, skipped)
                .query(WebhookDelivery::of)
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
}

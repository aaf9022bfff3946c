package org.foramen.notifier.ledger;

import java.time.Duration;
import java.time.Instant;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the clinic told of records that cannot be read: one by one, unless there are many. */
@Component
public class DeadLetterNotices {

    /** So many are told one by one within an hour. */
    private static final int MOST_TOLD = 10;

    private static final Duration TOLD_WITHIN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Ledger ledger;

    public DeadLetterNotices(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** Owes a notice that a record cannot be read, once; when many cannot, the daily digest tells of most of them. */
    public void tell(Position position, Reason reason, Instant now) {
        DeliveryKey notice = new DeliveryKey(new Subject.DeadLetter(position), Audience.NOTICE);
        Long told = jdbc.sql(
                        """
                        select count(*) from (
                            select 1 from delivery
                            where subject_kind = 'dead-letter' and state <> 'withheld' and owed_since > ?
                            order by owed_since limit ?) as told
                        """) // those that are told come first: of thousands the others are not read
                .params(LedgerRows.utc(now.minus(TOLD_WITHIN)), MOST_TOLD)
                .query(Long.class)
                .single();
        if (told < MOST_TOLD) {
            ledger.owe(notice, position, reason, now);
        } else {
            ledger.withhold(notice, position, Reason.ONE_OF_MANY, now);
        }
    }
}

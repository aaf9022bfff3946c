package org.foramen.notifier.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The table of deliveries. Who may try a delivery, and what came of it, is decided by one row of it. Writes join the
 * transaction of whoever calls.
 */
@Component
public class Ledger {

    /** How long a try that a crash cut off is left alone; a try that runs says so more often. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final MessageIds messageIds;
    private final AddressQuota quota;
    private final LedgerUpdates updates;

    Ledger(JdbcClient jdbc, MessageIds messageIds, AddressQuota quota) {
        this.jdbc = jdbc;
        this.messageIds = messageIds;
        this.quota = quota;
        this.updates = new LedgerUpdates(jdbc, messageIds);
    }

    public Optional<Delivery> find(DeliveryKey key) {
        return jdbc.sql("select * from delivery where " + LedgerRows.KEY)
                .params(LedgerRows.values(key))
                .query(LedgerRows::delivery)
                .optional();
    }

    /** True when there is no ledger to ask, whatever is asked; a mail that it cannot hold is another matter. */
    public static boolean isAway(Throwable why) {
        return why instanceof TransactionException
                || why instanceof DataAccessException && !(why instanceof DataIntegrityViolationException);
    }

    /**
     * Notes a delivery that is new and begins its first try; empty when it was known already, or is withheld because the
     * person's address had too many, or sent one back.
     *
     * @param address the person's whose daily limit counts; null when it goes to the clinic
     */
    public Optional<Delivery> beginNew(DeliveryKey key, Position position, @Nullable String address, Instant now) {
        Instant leased = now.plus(LEASE);
        if (!updates.insert(key, State.ATTEMPTING, null, 1, position, now, leased)) {
            updates.moved(key.subject(), position);
            return Optional.empty();
        }
        return withheldNew(key, position, address, now)
                ? Optional.empty()
                : Optional.of(Delivery.begun(key, messageIds.of(key), position, now, leased));
    }

    /** True, and noted, where the address is not to be mailed. */
    private boolean withheldNew(DeliveryKey key, Position position, @Nullable String address, Instant now) {
        Optional<Reason> forbidden = address == null
                ? Optional.empty()
                : quota.take(address, new InquiryId(key.subject().id()), now);
        forbidden.ifPresent(reason -> withholdNew(key, position, reason, now));
        return forbidden.isPresent();
    }

    private void withholdNew(DeliveryKey key, Position position, Reason reason, Instant now) {
        updates.withhold(key, reason, now);
        Audience told = key.audience().instead();
        if (reason == Reason.BOUNCED_BEFORE && told != null) { // the person waits for an answer
            owe(new DeliveryKey(key.subject(), told), position, reason, now);
        }
    }

    /**
     * Notes a delivery that is new and will be begun when a connection is free, or that it is withheld.
     *
     * @param address as for {@link #beginNew}
     */
    public void oweNew(DeliveryKey key, Position position, @Nullable String address, Instant now) {
        if (updates.insert(key, State.OWED, null, 0, position, now, now)) {
            withheldNew(key, position, address, now);
        } else {
            updates.moved(key.subject(), position);
        }
    }

    /** Begins another try of what is due, unless someone else did since the row was read. */
    public Optional<Delivery> beginAgain(Delivery seen, Instant now) {
        return updates.begin(seen, now, now.plus(LEASE)) ? find(seen.key()) : Optional.empty();
    }

    /** Keeps a try that is running from being taken for one that a crash cut off. */
    public void renew(Delivery running, Instant now) {
        updates.renew(running, now.plus(LEASE));
    }

    /** Notes a mail that is owed and will be sent when it is next looked for; false, and nothing happens, when it is known. */
    public boolean owe(DeliveryKey key, Position position, Reason reason, Instant now) {
        return updates.insert(key, State.OWED, reason, 0, position, now, now);
    }

    /** Notes that nothing is to be sent; false, and nothing happens, when it is known already. */
    public boolean withhold(DeliveryKey key, Position position, Reason reason, Instant now) {
        return updates.insert(key, State.WITHHELD, reason, 0, position, now, null);
    }

    /** Notes that a mail that was begun is not sent after all. */
    public void withhold(Delivery begun, Reason reason, Instant now) {
        updates.withhold(begun.key(), reason, now);
    }
}

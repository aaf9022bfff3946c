package org.foramen.notifier.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of deliveries. Who may try a delivery, and what came of it, is decided by one row of it. Writes join the
 * transaction of whoever calls.
 */
@Component
public class Ledger {

    /** In the order of an index: else each of those that are due is read to find the first. */
    static final String DUE =
            """
            select * from delivery where ended_at is null and next_attempt_at <= :now and audience in (:audiences)
            order by ended_at, next_attempt_at limit :most
            """;

    /** Why a mail was withheld that would have been one too many for its address. */
    public static final String TOO_MANY = "too-many";

    /** Why a mail is owed again that was withheld: a person let it go. */
    public static final String RELEASED = "released";

    /** Why nothing is sent about an inquiry any more. */
    public static final String ERASED = "erased";

    private final JdbcClient jdbc;
    private final MessageIds messageIds;
    private final AddressQuota quota;
    private final Duration lease;

    Ledger(JdbcClient jdbc, MessageIds messageIds, AddressQuota quota, NotifierSettings settings) {
        this.jdbc = jdbc;
        this.messageIds = messageIds;
        this.quota = quota;
        this.lease = settings.retry().lease();
    }

    public Optional<Delivery> find(DeliveryKey key) {
        return jdbc.sql("select * from delivery where inquiry_id = ? and audience = ?")
                .params(key.inquiry(), key.audience().wireName())
                .query(LedgerRows::delivery)
                .optional();
    }

    /** Which deliveries there are for these inquiries, in whatever state. */
    public Set<DeliveryKey> known(Collection<String> inquiries) {
        if (inquiries.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select inquiry_id, audience from delivery where inquiry_id in (:inquiries)")
                .param("inquiries", inquiries)
                .query(LedgerRows::key)
                .set();
    }

    /** Deliveries to these audiences that are due, the longest due first. */
    public List<Delivery> due(Set<Audience> audiences, Instant now, int most) {
        return jdbc.sql(DUE)
                .param("now", LedgerRows.utc(now))
                .param("audiences", audiences.stream().map(Audience::wireName).toList())
                .param("most", most)
                .query(LedgerRows::delivery)
                .list();
    }

    /** How many deliveries to an audience stand at a place of a partition or after it. */
    public long countFrom(Audience audience, Position position) {
        return jdbc.sql(
                        """
                        select count(*) from delivery
                        where audience = ? and inquiry_id not like 'dead-letter-%'
                            and topic_partition = ? and topic_offset >= ?
                        """)
                .params(audience.wireName(), position.partition(), position.offset())
                .query(Long.class)
                .single();
    }

    /**
     * Notes a delivery that is new and begins its first try; empty when it was known already, or is withheld as one too
     * many for the person's address.
     *
     * @param address the person's whose daily limit counts; null when it goes to the clinic
     */
    public Optional<Delivery> beginNew(DeliveryKey key, Position position, @Nullable String address, Instant now) {
        Instant leased = now.plus(lease);
        if (insert(key, State.ATTEMPTING, null, 1, position, now, leased) == 0) {
            moved(key, position);
            return Optional.empty();
        }
        Delivery begun = Delivery.begun(key, messageIds.of(key), position, now, leased);
        if (address != null && !quota.take(address, now)) {
            withhold(begun, TOO_MANY, now);
            return Optional.empty();
        }
        return Optional.of(begun);
    }

    /** Notes a mail that is owed and will be sent when it is next looked for. Knows it already: nothing happens. */
    public void owe(DeliveryKey key, Position position, String reason, Instant now) {
        insert(key, State.OWED, reason, 0, position, now, now);
    }

    /** Notes that nothing is to be sent; false, and nothing happens, when it is known already. */
    public boolean withhold(DeliveryKey key, Position position, String reason, Instant now) {
        return insert(key, State.WITHHELD, reason, 0, position, now, null) == 1;
    }

    /** Begins another try of what is due, unless someone else did since the row was read. */
    public Optional<Delivery> beginAgain(Delivery seen, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'attempting', attempts = attempts + 1, attempted_at = ?, next_attempt_at = ?
                        where inquiry_id = ? and audience = ? and ended_at is null and state = ? and attempts = ?
                            and next_attempt_at <= ?
                        """)
                .params(
                        LedgerRows.utc(now),
                        LedgerRows.utc(now.plus(lease)),
                        seen.key().inquiry(),
                        seen.key().audience().wireName(),
                        seen.state().wireName(),
                        seen.attempts(),
                        LedgerRows.utc(now))
                .update();
        return rows == 0 ? Optional.empty() : find(seen.key());
    }

    /** Keeps a try that is running from being taken for one that a crash cut off. */
    public void renew(Delivery running, Instant now) {
        jdbc.sql(
                        """
                        update delivery set next_attempt_at = ?
                        where inquiry_id = ? and audience = ? and state = 'attempting' and attempts = ?
                        """)
                .params(
                        LedgerRows.utc(now.plus(lease)),
                        running.key().inquiry(),
                        running.key().audience().wireName(),
                        running.attempts())
                .update();
    }

    /** Notes what came of a try, and what follows from it. */
    public void note(Delivery delivery, Followup followup) {
        followup.fold(new Noting(delivery));
    }

    /** The inquiry's record moved: a repeat of it stands further on, and compaction may take the older one away. */
    private void moved(DeliveryKey key, Position position) {
        jdbc.sql(
                        """
                        update delivery set topic_partition = ?, topic_offset = ?
                        where inquiry_id = ? and ended_at is null and (topic_partition <> ? or topic_offset <> ?)
                        """)
                .params(position.partition(), position.offset(), key.inquiry(), position.partition(), position.offset())
                .update();
    }

    /** Ends a delivery that is not to be sent after all. */
    public void withhold(Delivery delivery, String reason, Instant now) {
        jdbc.sql(
                        """
                        update delivery set state = 'withheld', reason = ?, next_attempt_at = null, ended_at = ?
                        where inquiry_id = ? and audience = ?
                        """)
                .params(
                        reason,
                        LedgerRows.utc(now),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName())
                .update();
    }

    /** The Message-ID of the mail that another belongs below; null when it stands alone. */
    public @Nullable String threadOf(Mail mail) {
        return mail.follows() == null
                ? null
                : messageIds.of(new DeliveryKey(mail.follows().value(), Audience.CLINIC));
    }

    private void updateSent(Delivery delivery, Reply reply, @Nullable SentHandout handout, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'sent', smtp_code = ?, enhanced_status = ?, next_attempt_at = null, ended_at = ?,
                            handout = ?, handout_version = ?, handout_hash = ?, handout_approval = ?
                        where inquiry_id = ? and audience = ? and (reason is null or reason <> 'erased')
                        """)
                .params(Arrays.asList(
                        reply.code(),
                        reply.enhanced(),
                        LedgerRows.utc(now),
                        handout == null ? null : handout.handout(),
                        handout == null ? null : handout.version(),
                        handout == null ? null : handout.hash(),
                        handout == null ? null : handout.approval(),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName()))
                .update();
        if (rows == 0) {
            updateSentThoughErased(delivery, now);
        }
    }

    /** It was erased while it was on its way: that it went stays on record, and nothing more. */
    private void updateSentThoughErased(Delivery delivery, Instant now) {
        jdbc.sql("update delivery set state = 'sent', ended_at = ? where inquiry_id = ? and audience = ?")
                .params(
                        LedgerRows.utc(now),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName())
                .update();
    }

    private int insert(
            DeliveryKey key,
            State state,
            @Nullable String reason,
            int attempts,
            Position position,
            Instant now,
            @Nullable Instant next) {
        return jdbc.sql(
                        """
                        insert into delivery (inquiry_id, audience, state, reason, attempts, unknowns, message_id,
                            topic_partition, topic_offset, owed_since, attempted_at, next_attempt_at, ended_at)
                        values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(Arrays.asList(
                        key.inquiry(),
                        key.audience().wireName(),
                        state.wireName(),
                        reason,
                        attempts,
                        messageIds.of(key),
                        position.partition(),
                        position.offset(),
                        LedgerRows.utc(now),
                        attempts == 0 ? null : LedgerRows.utc(now),
                        next == null ? null : LedgerRows.utc(next),
                        state.ended() ? LedgerRows.utc(now) : null))
                .update();
    }

    private void update(
            Delivery delivery,
            State state,
            int attempts,
            int unknowns,
            Reply reply,
            @Nullable Instant next,
            @Nullable Instant ended) {
        jdbc.sql(
                        """
                        update delivery
                        set state = ?, attempts = ?, unknowns = ?, smtp_code = ?, enhanced_status = ?,
                            next_attempt_at = ?, ended_at = ?
                        where inquiry_id = ? and audience = ? and ended_at is null
                        """)
                .params(Arrays.asList(
                        state.wireName(),
                        attempts,
                        unknowns,
                        reply.code(),
                        reply.enhanced(),
                        next == null ? null : LedgerRows.utc(next),
                        ended == null ? null : LedgerRows.utc(ended),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName()))
                .update();
    }

    /** How each thing that may follow is written down. */
    private final class Noting implements Followup.Cases<Boolean> {

        private final Delivery delivery;

        Noting(Delivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public Boolean sent(Followup.Sent sent) {
            updateSent(delivery, sent.reply(), sent.handout(), sent.at());
            return true;
        }

        @Override
        public Boolean again(Followup.Again again) {
            int attempts = again.state() == State.OWED ? delivery.attempts() - 1 : delivery.attempts();
            update(delivery, again.state(), attempts, again.unknowns(), again.reply(), again.at(), null);
            return true;
        }

        @Override
        public Boolean ended(Followup.Ended ended) {
            if (ended.instead() != null) {
                DeliveryKey key = new DeliveryKey(delivery.key().inquiry(), ended.instead());
                owe(key, delivery.position(), ended.state().wireName(), ended.at());
            }
            update(delivery, ended.state(), delivery.attempts(), ended.unknowns(), ended.reply(), null, ended.at());
            return true;
        }

        @Override
        public Boolean withheld(Followup.Withheld withheld) {
            withhold(delivery, withheld.reason(), withheld.at());
            return true;
        }
    }
}

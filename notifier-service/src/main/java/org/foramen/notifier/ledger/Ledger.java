package org.foramen.notifier.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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
 * The table of deliveries. Who may try a delivery, and what came of it, is decided by one row of it. What is written for
 * each mail is committed together with what is written for others at that moment.
 */
@Component
public class Ledger {

    /** In the order of an index: else each of those that are due is read to find the first. */
    static final String DUE =
            """
            select * from delivery where ended_at is null and next_attempt_at <= ?
            order by ended_at, next_attempt_at limit ?
            """;

    /** Why a mail was withheld that would have been one too many for its address. */
    public static final String TOO_MANY = "too-many";

    /** Why a mail is owed again that was withheld: a person let it go. */
    public static final String RELEASED = "released";

    /** Why nothing is sent about an inquiry any more. */
    public static final String ERASED = "erased";

    private final JdbcClient jdbc;
    private final GroupCommit commits;
    private final MessageIds messageIds;
    private final Duration lease;

    Ledger(JdbcClient jdbc, GroupCommit commits, MessageIds messageIds, NotifierSettings settings) {
        this.jdbc = jdbc;
        this.commits = commits;
        this.messageIds = messageIds;
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

    /** Deliveries that are due, the longest due first. */
    public List<Delivery> due(Instant now, int most) {
        return jdbc.sql(DUE)
                .params(LedgerRows.utc(now), most)
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
     * many.
     */
    public Optional<Delivery> beginNew(DeliveryKey key, Position position, Instant now, BooleanSupplier allowed) {
        return commits.commit(() -> insertBegun(key, position, now, allowed));
    }

    /** Notes a mail that is owed and will be sent when it is next looked for. Knows it already: nothing happens. */
    public void owe(DeliveryKey key, Position position, String reason, Instant now) {
        insert(key, State.OWED, reason, 0, position, now, now);
    }

    /** Notes that nothing is to be sent; false, and nothing happens, when it is known already. */
    public boolean withhold(DeliveryKey key, Position position, String reason, Instant now) {
        return insert(key, State.WITHHELD, reason, 0, position, now, null) == 1;
    }

    /** Begins another try, unless someone else did since the row was read. */
    public Optional<Delivery> beginAgain(Delivery seen, Position position, Instant now) {
        return commits.commit(() -> updateBegun(seen, position, now));
    }

    /** The mail server was away: the try did not count, and the row waits for whoever looks next. */
    public void uncount(Delivery delivery, Reply reply, Instant lookAgain) {
        int counted = delivery.attempts() - 1;
        commits.commit(() -> update(delivery, State.OWED, counted, delivery.unknowns(), reply, lookAgain, null));
    }

    /** The inquiry's record moved: a repeat of it stands further on, and compaction may take the older one away. */
    public void moved(String inquiry, Position position) {
        jdbc.sql(
                        """
                        update delivery set topic_partition = ?, topic_offset = ?
                        where inquiry_id = ? and ended_at is null
                        """)
                .params(position.partition(), position.offset(), inquiry)
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

    public void defer(Delivery delivery, int unknowns, Reply reply, Instant until) {
        commits.commit(() -> update(delivery, State.DEFERRED, delivery.attempts(), unknowns, reply, until, null));
    }

    /** The mail server took it, with the handout that it brought. Written with what this thread begins next, at the latest. */
    public CompletableFuture<?> sent(Delivery delivery, Reply reply, @Nullable SentHandout handout, Instant now) {
        return commits.handIn(() -> updateSent(delivery, reply, handout, now));
    }

    /** The Message-ID of the mail that another belongs below; null when it stands alone. */
    public @Nullable String threadOf(Mail mail) {
        return mail.follows() == null
                ? null
                : messageIds.of(new DeliveryKey(mail.follows().value(), Audience.CLINIC));
    }

    public void end(Delivery delivery, State state, int unknowns, Reply reply, Instant now) {
        commits.commit(() -> updateEnded(delivery, state, unknowns, reply, now));
    }

    /** Ends a delivery and owes another in its place, both or neither. */
    public void endAndOwe(Delivery delivery, State state, int unknowns, Reply reply, Instant now, Audience instead) {
        DeliveryKey key = new DeliveryKey(delivery.key().inquiry(), instead);
        commits.commit(() -> {
            owe(key, delivery.position(), state.wireName(), now);
            return updateEnded(delivery, state, unknowns, reply, now);
        });
    }

    private Optional<Delivery> insertBegun(DeliveryKey key, Position position, Instant now, BooleanSupplier allowed) {
        Instant leased = now.plus(lease);
        if (insert(key, State.ATTEMPTING, null, 1, position, now, leased) == 0) {
            return Optional.empty();
        }
        Delivery begun = Delivery.begun(key, messageIds.of(key), position, now, leased);
        if (!allowed.getAsBoolean()) {
            withhold(begun, TOO_MANY, now);
            return Optional.empty();
        }
        return Optional.of(begun);
    }

    private Optional<Delivery> updateBegun(Delivery seen, Position position, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'attempting', attempts = attempts + 1, attempted_at = ?, next_attempt_at = ?,
                            topic_partition = ?, topic_offset = ?
                        where inquiry_id = ? and audience = ? and ended_at is null and state = ? and attempts = ?
                        """)
                .params(
                        LedgerRows.utc(now),
                        LedgerRows.utc(now.plus(lease)),
                        position.partition(),
                        position.offset(),
                        seen.key().inquiry(),
                        seen.key().audience().wireName(),
                        seen.state().wireName(),
                        seen.attempts())
                .update();
        return rows == 0 ? Optional.empty() : find(seen.key());
    }

    private int updateSent(Delivery delivery, Reply reply, @Nullable SentHandout handout, Instant now) {
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
        return rows == 1 ? rows : updateSentThoughErased(delivery, now);
    }

    /** It was erased while it was on its way: that it went stays on record, and nothing more. */
    private int updateSentThoughErased(Delivery delivery, Instant now) {
        return jdbc.sql("update delivery set state = 'sent', ended_at = ? where inquiry_id = ? and audience = ?")
                .params(
                        LedgerRows.utc(now),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName())
                .update();
    }

    private int updateEnded(Delivery delivery, State state, int unknowns, Reply reply, Instant now) {
        return update(delivery, state, delivery.attempts(), unknowns, reply, null, now);
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

    private int update(
            Delivery delivery,
            State state,
            int attempts,
            int unknowns,
            Reply reply,
            @Nullable Instant next,
            @Nullable Instant ended) {
        return jdbc.sql(
                        """
                        update delivery
                        set state = ?, attempts = ?, unknowns = ?, smtp_code = ?, enhanced_status = ?,
                            next_attempt_at = ?, ended_at = ?
                        where inquiry_id = ? and audience = ?
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
}

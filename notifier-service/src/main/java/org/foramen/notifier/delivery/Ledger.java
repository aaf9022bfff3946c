package org.foramen.notifier.delivery;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.foramen.notifier.NotifierSettings;
import org.foramen.notifier.message.Enclosure;
import org.foramen.notifier.message.Mail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of deliveries. Who may try a delivery, and what came of it, is decided by one row of it. */
@Component
public class Ledger {

    /** Why a mail was withheld that would have been one too many for its address. */
    public static final String TOO_MANY = "too-many";

    /** Why a mail is owed again that was withheld: a person let it go. */
    public static final String RELEASED = "released";

    private static final String ERASED = "erased";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final MessageIds messageIds;
    private final Duration lease;

    Ledger(JdbcClient jdbc, MessageIds messageIds, NotifierSettings settings) {
        this.jdbc = jdbc;
        this.audit = new AuditLog(jdbc);
        this.messageIds = messageIds;
        this.lease = settings.retry().lease();
    }

    public Optional<Delivery> find(DeliveryKey key) {
        return jdbc.sql("select * from delivery where inquiry_id = ? and audience = ?")
                .params(key.inquiry(), key.audience().wireName())
                .query(Ledger::row)
                .optional();
    }

    /** Deliveries that are due, the longest due first. */
    public List<Delivery> due(Instant now, int most) {
        return jdbc.sql("select * from delivery where next_attempt_at <= ? order by next_attempt_at limit ?")
                .params(utc(now), most)
                .query(Ledger::row)
                .list();
    }

    /** How many deliveries have ended, or have not. */
    public long count(boolean ended) {
        String which = ended ? "is not null" : "is null";
        return jdbc.sql("select count(*) from delivery where ended_at " + which)
                .query(Long.class)
                .single();
    }

    /**
     * Notes a delivery that is new and begins its first try; empty when it was known already, or is withheld as one too
     * many.
     */
    @Transactional
    public Optional<Delivery> beginNew(DeliveryKey key, Position position, Instant now, BooleanSupplier allowed) {
        if (insert(key, State.ATTEMPTING, null, 1, position, now, now.plus(lease)) == 0) {
            return Optional.empty();
        }
        Optional<Delivery> begun = find(key);
        if (!allowed.getAsBoolean()) {
            withhold(begun.orElseThrow(), TOO_MANY, now);
            return Optional.empty();
        }
        return begun;
    }

    /** Notes a mail that is owed and will be sent when it is next looked for. Knows it already: nothing happens. */
    public void owe(DeliveryKey key, Position position, String reason, Instant now) {
        insert(key, State.OWED, reason, 0, position, now, now);
    }

    /** Notes that nothing is to be sent. Knows it already: nothing happens. */
    public void withhold(DeliveryKey key, Position position, String reason, Instant now) {
        insert(key, State.WITHHELD, reason, 0, position, now, null);
    }

    /** Begins another try, unless someone else did since the row was read. */
    Optional<Delivery> beginAgain(Delivery seen, Position position, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'attempting', attempts = attempts + 1, attempted_at = ?, next_attempt_at = ?,
                            topic_partition = ?, topic_offset = ?
                        where inquiry_id = ? and audience = ? and ended_at is null and state = ? and attempts = ?
                        """)
                .params(
                        utc(now),
                        utc(now.plus(lease)),
                        position.partition(),
                        position.offset(),
                        seen.key().inquiry(),
                        seen.key().audience().wireName(),
                        seen.state().wireName(),
                        seen.attempts())
                .update();
        return rows == 0 ? Optional.empty() : find(seen.key());
    }

    /** The mail server was away: the try did not count, and the row waits for whoever looks next. */
    void uncount(Delivery delivery, Reply reply, Instant lookAgain) {
        update(delivery, State.OWED, delivery.attempts() - 1, delivery.unknowns(), reply, lookAgain, null);
    }

    /** The inquiry's record moved: a repeat of it stands further on, and compaction may take the older one away. */
    void moved(String inquiry, Position position) {
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
                        utc(now),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName())
                .update();
    }

    /** Lets a patient's mail go that was withheld; false when none was. */
    @Transactional
    public boolean release(String inquiry, String by, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery set state = 'owed', reason = ?, next_attempt_at = ?, ended_at = null
                        where inquiry_id = ? and audience = 'patient' and state = 'withheld'
                            and reason in ('suspected-spam', 'too-many', 'role-address')
                        """)
                .params(RELEASED, utc(now), inquiry)
                .update();
        if (rows == 1) {
            audit.note("release", inquiry, by, now);
        }
        return rows == 1;
    }

    /**
     * Owes a mail again that had ended, under the same Message-ID; false when it is not one that was sent or given up.
     *
     * @param position where the inquiry stands now
     */
    @Transactional
    public boolean oweAgain(DeliveryKey key, Position position, String by, Instant now) {
        int rows = jdbc.sql(
                        """
                        update delivery
                        set state = 'owed', unknowns = 0, next_attempt_at = ?, ended_at = null,
                            topic_partition = ?, topic_offset = ?
                        where inquiry_id = ? and audience = ? and state in ('sent', 'refused', 'expired', 'unknown')
                            and (reason is null or reason <> ?)
                        """)
                .params(
                        utc(now),
                        position.partition(),
                        position.offset(),
                        key.inquiry(),
                        key.audience().wireName(),
                        ERASED)
                .update();
        if (rows == 1) {
            audit.note("resend " + key.audience().wireName(), key.inquiry(), by, now);
        }
        return rows == 1;
    }

    /** An inquiry was erased: nothing more is sent about it, and what was sent stays on record under its bare id. */
    @Transactional
    public void erase(String inquiry, Position position, String by, Instant now) {
        int changed = 0;
        for (Audience audience : List.of(Audience.CLINIC, Audience.PATIENT)) {
            changed += insert(new DeliveryKey(inquiry, audience), State.WITHHELD, ERASED, 0, position, now, null);
        }
        changed += jdbc.sql(
                        """
                        update delivery
                        set state = case when ended_at is null then 'withheld' else state end, reason = ?,
                            next_attempt_at = null, ended_at = coalesce(ended_at, ?), smtp_code = null, enhanced_status = null,
                            handout = null, handout_version = null, handout_hash = null, handout_approval = null
                        where inquiry_id = ? and (reason is null or reason <> ?)
                        """)
                .params(ERASED, utc(now), inquiry, ERASED)
                .update();
        if (changed > 0) {
            audit.note("erase", inquiry, by, now);
        }
    }

    void defer(Delivery delivery, int unknowns, Reply reply, Instant until) {
        update(delivery, State.DEFERRED, delivery.attempts(), unknowns, reply, until, null);
    }

    /** The mail server took it, with the handout that it brought. */
    void sent(Delivery delivery, Reply reply, @Nullable Enclosure handout, Instant now) {
        jdbc.sql(
                        """
                        update delivery
                        set state = 'sent', smtp_code = ?, enhanced_status = ?, next_attempt_at = null, ended_at = ?,
                            handout = ?, handout_version = ?, handout_hash = ?, handout_approval = ?
                        where inquiry_id = ? and audience = ?
                        """)
                .params(Arrays.asList(
                        reply.code(),
                        reply.enhanced(),
                        utc(now),
                        handout == null ? null : handout.handout(),
                        handout == null ? null : handout.version(),
                        handout == null ? null : handout.hash(),
                        handout == null ? null : handout.approval(),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName()))
                .update();
    }

    /** The Message-ID of the mail that another belongs below; null when it stands alone. */
    @Nullable String threadOf(Mail mail) {
        return mail.follows() == null
                ? null
                : messageIds.of(new DeliveryKey(mail.follows().value(), Audience.CLINIC));
    }

    void end(Delivery delivery, State state, int unknowns, Reply reply, Instant now) {
        update(delivery, state, delivery.attempts(), unknowns, reply, null, now);
    }

    /** Ends a delivery and owes another in its place, both or neither. */
    @Transactional
    public void endAndOwe(Delivery delivery, State state, int unknowns, Reply reply, Instant now, Audience instead) {
        end(delivery, state, unknowns, reply, now);
        DeliveryKey key = new DeliveryKey(delivery.key().inquiry(), instead);
        owe(key, delivery.position(), state.wireName(), now);
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
                        utc(now),
                        attempts == 0 ? null : utc(now),
                        next == null ? null : utc(next),
                        state.ended() ? utc(now) : null))
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
                        where inquiry_id = ? and audience = ?
                        """)
                .params(Arrays.asList(
                        state.wireName(),
                        attempts,
                        unknowns,
                        reply.code(),
                        reply.enhanced(),
                        next == null ? null : utc(next),
                        ended == null ? null : utc(ended),
                        delivery.key().inquiry(),
                        delivery.key().audience().wireName()))
                .update();
    }

    static Delivery row(ResultSet row, int number) throws SQLException {
        DeliveryKey key = new DeliveryKey(row.getString("inquiry_id"), Audience.named(row.getString("audience")));
        return new Delivery(
                key,
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("unknowns"),
                row.getString("message_id"),
                new Position(row.getInt("topic_partition"), row.getLong("topic_offset")),
                row.getObject("smtp_code", Integer.class),
                row.getString("enhanced_status"),
                requireNonNull(instant(row, "owed_since")),
                instant(row, "attempted_at"),
                instant(row, "next_attempt_at"),
                instant(row, "ended_at"),
                enclosure(row));
    }

    private static @Nullable Enclosure enclosure(ResultSet row) throws SQLException {
        String handout = row.getString("handout");
        return handout == null
                ? null
                : new Enclosure(
                        handout,
                        row.getString("handout_version"),
                        row.getString("handout_hash"),
                        row.getString("handout_approval"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

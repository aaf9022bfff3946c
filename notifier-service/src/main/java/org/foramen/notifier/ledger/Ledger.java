package org.foramen.notifier.ledger;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.foramen.notifier.smtp.Reply;
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

    /**
     * In the order of an index: else each of those that are due is read to find the first. The audience is an expression, so
     * that no other index is taken for it.
     */
    static final String DUE =
            """
            select * from delivery where ended_at is null and next_attempt_at <= :now and audience || '' in (:audiences)
            order by ended_at, next_attempt_at limit :most
            """;

    /** So many dead letters are told one by one within an hour. */
    private static final int MOST_TOLD = 10;

    private static final Duration TOLD_WITHIN = Duration.ofHours(1);

    /** How long a row that this version does not understand is left alone; another version may run beside it. */
    private static final Duration UNREAD_PAUSE = Duration.ofHours(1);

    private static final String THIS_ONE = " where " + LedgerRows.KEY;

    /** How long a try that a crash cut off is left alone; a try that runs says so more often. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final MessageIds messageIds;
    private final AddressQuota quota;
    private final LedgerUpdates updates;
    private final Outbox outbox;

    Ledger(JdbcClient jdbc, MessageIds messageIds, AddressQuota quota) {
        this.jdbc = jdbc;
        this.messageIds = messageIds;
        this.quota = quota;
        this.updates = new LedgerUpdates(jdbc);
        this.outbox = new Outbox(jdbc);
    }

    public Optional<Delivery> find(DeliveryKey key) {
        return jdbc.sql("select * from delivery" + THIS_ONE)
                .params(LedgerRows.values(key))
                .query(LedgerRows::delivery)
                .optional();
    }

    /** Which deliveries there are about these subjects, in whatever state. */
    public Set<DeliveryKey> known(Collection<? extends Subject> subjects) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        """
                        select subject_kind, subject_id, audience, recipient_index from delivery
                        where (subject_kind, subject_id) in (:subjects)
                        """)
                .param(
                        "subjects",
                        subjects.stream()
                                .map(subject -> new Object[] {subject.kind().wireName(), subject.id()})
                                .toList())
                .query(LedgerRows.understood(LedgerRows::key))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Deliveries to these audiences that are due, the longest due first. A row that cannot be read is put off. */
    public List<Delivery> due(Set<Audience> audiences, Instant now, int most) {
        List<LedgerUpdates.RawKey> unread = new ArrayList<>();
        List<Delivery> due = jdbc.sql(DUE)
                .param("now", LedgerRows.utc(now))
                .param("audiences", audiences.stream().map(Audience::wireName).toList())
                .param("most", most)
                .query(LedgerRows.understood(
                        LedgerRows::delivery, (row, number) -> unread.add(LedgerUpdates.RawKey.of(row))));
        if (!unread.isEmpty()) {
            updates.putOff(unread, now.plus(UNREAD_PAUSE));
        }
        return due;
    }

    /** True when there is no ledger to ask, whatever is asked; a mail that it cannot hold is another matter. */
    public static boolean isAway(Throwable why) {
        return why instanceof TransactionException
                || why instanceof DataAccessException && !(why instanceof DataIntegrityViolationException);
    }

    /** Owes a notice that a record cannot be read, once; when many cannot, the daily digest tells of most of them. */
    public void tellOfDeadLetter(Position position, Reason reason, Instant now) {
        DeliveryKey notice = new DeliveryKey(new Subject.DeadLetter(position), Audience.NOTICE);
        Long told = jdbc.sql(
                        """
                        select count(*) from delivery
                        where subject_kind = 'dead-letter' and state <> 'withheld' and owed_since > ?
                        """)
                .param(LedgerRows.utc(now.minus(TOLD_WITHIN)))
                .query(Long.class)
                .single();
        if (told < MOST_TOLD) {
            owe(notice, position, reason, now);
        } else {
            withhold(notice, position, Reason.ONE_OF_MANY, now);
        }
    }

    /** How many deliveries about inquiries stand at a place of a partition or after it, to an audience's first inbox. */
    public long countFrom(Audience audience, Position position) {
        return jdbc.sql(
                        """
                        select count(*) from delivery
                        where subject_kind = 'inquiry' and audience = ? and recipient_index = 1
                            and topic_partition = ? and topic_offset >= ?
                        """)
                .params(audience.wireName(), position.partition(), position.offset())
                .query(Long.class)
                .single();
    }

    /**
     * Notes a delivery that is new and begins its first try; empty when it was known already, or is withheld because the
     * person's address had too many, or sent one back.
     *
     * @param address the person's whose daily limit counts; null when it goes to the clinic
     */
    public Optional<Delivery> beginNew(DeliveryKey key, Position position, @Nullable String address, Instant now) {
        Instant leased = now.plus(LEASE);
        if (insert(key, State.ATTEMPTING, null, 1, position, now, leased) == 0) {
            updates.moved(key.subject(), position);
            return Optional.empty();
        }
        Delivery begun = Delivery.begun(key, messageIds.of(key), position, now, leased);
        Optional<Reason> forbidden = address == null ? Optional.empty() : quota.take(address, now);
        forbidden.ifPresent(reason -> withhold(begun, reason, now));
        return forbidden.isPresent() ? Optional.empty() : Optional.of(begun);
    }

    private void withhold(Delivery begun, Reason reason, Instant now) {
        updates.withhold(begun, reason, now);
        Audience told = begun.key().audience().instead();
        if (reason == Reason.BOUNCED_BEFORE && told != null) { // the person waits for an answer
            owe(new DeliveryKey(begun.key().subject(), told), begun.position(), reason, now);
        }
    }

    /** Notes a delivery that is new and will be begun when a connection is free. */
    public void oweNew(DeliveryKey key, Position position, Instant now) {
        if (insert(key, State.OWED, null, 0, position, now, now) == 0) {
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

    /** Notes what came of a try, and owes a mail in its place where one is due. */
    public void note(Delivery delivery, Followup followup) {
        followup.fold(new Noting(delivery));
    }

    /** Notes a mail that is owed and will be sent when it is next looked for; false, and nothing happens, when it is known. */
    public boolean owe(DeliveryKey key, Position position, Reason reason, Instant now) {
        return insert(key, State.OWED, reason, 0, position, now, now) == 1;
    }

    /** Notes that nothing is to be sent; false, and nothing happens, when it is known already. */
    public boolean withhold(DeliveryKey key, Position position, Reason reason, Instant now) {
        return insert(key, State.WITHHELD, reason, 0, position, now, null) == 1;
    }

    /**
     * Notes that a mail came back which the mail server had taken; false when that is known, or it did not go.
     *
     * @param again when it is tried once more; null: never
     */
    public boolean returned(Delivery seen, Reply reply, @Nullable Instant again, Instant now) {
        boolean returned = updates.returned(seen, reply, again, now);
        if (returned && again == null) {
            tell(seen.key(), OutcomeKind.BOUNCED, State.BOUNCED, now);
        }
        return returned;
    }

    /** Canaries, digests and reminders are nobody's inquiry. */
    private void tell(DeliveryKey key, OutcomeKind kind, State state, Instant now) {
        if (key.subject() instanceof Subject.Inquiry about) {
            outbox.noteMail(
                    about.inquiry(), kind, state.wireName(), key.recipient().wireName(), now);
        }
    }

    /** The Message-ID of the mail that another belongs below; null when it stands alone. */
    public @Nullable String threadOf(Mail mail) {
        return mail.follows() == null ? null : messageIds.of(new DeliveryKey(mail.follows(), Audience.CLINIC));
    }

    private int insert(
            DeliveryKey key,
            State state,
            @Nullable Reason reason,
            int attempts,
            Position position,
            Instant now,
            @Nullable Instant next) {
        return jdbc.sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts, unknowns, message_id,
                            topic_partition, topic_offset, owed_since, attempted_at, next_attempt_at, ended_at)
                        values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        key.subject().kind().wireName(),
                        key.subject().id(),
                        key.audience().wireName(),
                        key.recipient().index(),
                        state.wireName(),
                        reason == null ? null : reason.code(),
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

    /** How each thing that may follow is written down. */
    private final class Noting implements Followup.Cases<Boolean> {

        private final Delivery delivery;

        Noting(Delivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public Boolean sent(Followup.Sent sent) {
            updates.sent(delivery, sent);
            tell(delivery.key(), OutcomeKind.MAILED, State.SENT, sent.at());
            return true;
        }

        @Override
        public Boolean again(Followup.Again again) {
            updates.again(delivery, again);
            if (again.also() != null) {
                DeliveryKey key = new DeliveryKey(delivery.key().subject(), again.also());
                owe(key, delivery.position(), Reason.PUT_OFF, requireNonNullElse(delivery.attemptedAt(), again.at()));
            }
            if (again.tell() != null) {
                tellOfDeadLetter(delivery.position(), again.tell(), Instant.now());
            }
            return true;
        }

        @Override
        public Boolean ended(Followup.Ended ended) {
            if (ended.instead() != null) {
                DeliveryKey key = new DeliveryKey(delivery.key().subject(), ended.instead());
                Reason fault = ended.fault();
                owe(key, delivery.position(), fault == null ? Reason.insteadOf(ended.state()) : fault, ended.at());
            }
            if (updates.ended(delivery, ended) && ended.state() != State.UNKNOWN) { // that one may have arrived
                tell(delivery.key(), OutcomeKind.BOUNCED, ended.state(), ended.at());
            }
            return true;
        }

        @Override
        public Boolean withheld(Followup.Withheld withheld) {
            updates.withhold(delivery, withheld.reason(), withheld.at());
            return true;
        }
    }
}

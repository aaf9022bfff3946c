package org.foramen.notifier.cases;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people may do to a case. Each says which version of it they saw: of two who press at once one wins, and the other
 * hears who did. Each change is noted in the case's history and in the audit, or does not happen.
 */
@Component
public class CaseActions {

    private static final Duration[] BUCKETS = {
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(2),
        Duration.ofHours(4),
        Duration.ofHours(8),
        Duration.ofDays(1),
        Duration.ofDays(2),
        Duration.ofDays(4),
        Duration.ofDays(7)
    };

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Timer firstAnswers;

    CaseActions(
            JdbcClient jdbc,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = new Outbox(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.firstAnswers = Timer.builder("foramen.cases.first.answer")
                .description("From the visitor's receipt to the first word from the clinic")
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }

    /** I answer this person. */
    public CaseChange take(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, Action.TAKEN, null);
    }

    /** The person was answered. */
    public CaseChange reached(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, Action.REACHED, null);
    }

    /** Nobody picked up. */
    public CaseChange noAnswer(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, Action.NO_ANSWER, null);
    }

    /** Nobody picked up, and a word was left. */
    public CaseChange leftWord(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, Action.LEFT_WORD, null);
    }

    /** @param why one of {@link CloseReason#CHOICES} */
    public CaseChange close(InquiryId inquiry, int seen, String user, CloseReason why) {
        if (!CloseReason.CHOICES.contains(why)) {
            throw new IllegalArgumentException("nobody closes a case as " + why.wireName());
        }
        return change(inquiry, seen, user, Action.CLOSED, why);
    }

    /** It is new again: what was done was wrong, or somebody gives it back. */
    public CaseChange reopen(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, Action.REOPENED, null);
    }

    private CaseChange change(InquiryId inquiry, int seen, String user, Action action, @Nullable CloseReason why) {
        Instant now = clock.instant();
        CaseChange change = write(inquiry, seen, user, action, why, now);
        if (change instanceof CaseChange.Done) {
            jdbc.sql("select received_at from inquiry_case where inquiry_id = ? and version = ? and answered_at = ?")
                    .params(inquiry.value(), seen + 1, LedgerRows.utc(now))
                    .query(OffsetDateTime.class)
                    .optional()
                    .ifPresent(received -> firstAnswers.record(Duration.between(received.toInstant(), now)));
        }
        return change;
    }

    private CaseChange write(
            InquiryId inquiry, int seen, String user, Action action, @Nullable CloseReason why, Instant now) {
        return requireNonNull(transaction.execute(status -> {
            if (!update(inquiry, seen, user, action, why, now)) {
                return meanwhile(inquiry);
            }
            jdbc.sql(
                            "insert into case_history (inquiry_id, version, at, action, reason, by_whom) values (?, ?, ?, ?, ?, ?)")
                    .params(Arrays.<@Nullable Object>asList(
                            inquiry.value(),
                            seen + 1,
                            LedgerRows.utc(now),
                            action.wireName(),
                            why == null ? null : why.wireName(),
                            user))
                    .update();
            audit.note("case " + action.wireName(), inquiry.value(), user, now);
            OutcomeKind outcome = action.outcome();
            if (outcome != null) {
                outbox.note(inquiry, outcome, action.to.wireName(), now);
            }
            return new CaseChange.Done(action.to);
        }));
    }

    private boolean update(
            InquiryId inquiry, int seen, String user, Action action, @Nullable CloseReason why, Instant now) {
        boolean answered = action.answers || why == CloseReason.ANSWERED;
        OffsetDateTime at = LedgerRows.utc(now);
        return jdbc.sql(
                                """
                        update inquiry_case
                        set version = version + 1, state = :to, owner = :owner, tries = tries + :tries, close_reason = :why,
                            changed_at = :now, done_at = cast(:done as timestamp with time zone),
                            answered_at = coalesce(answered_at, cast(:answered as timestamp with time zone))
                        where inquiry_id = :inquiry and version = :seen and state in (:from) and level is not null
                        """)
                        .param("to", action.to.wireName())
                        .param("owner", action.to == CaseState.NEW ? null : user)
                        .param("tries", action.to == CaseState.TRIED ? 1 : 0)
                        .param("why", why == null ? null : why.wireName())
                        .param("now", at)
                        .param("done", action.to.done() ? at : null)
                        .param("answered", answered ? at : null)
                        .param("inquiry", inquiry.value())
                        .param("seen", seen)
                        .param(
                                "from",
                                action.from.stream().map(CaseState::wireName).toList())
                        .update()
                == 1;
    }

    private CaseChange meanwhile(InquiryId inquiry) {
        Optional<CaseState> state = jdbc.sql(
                        "select state from inquiry_case where inquiry_id = ? and level is not null")
                .param(inquiry.value())
                .query(String.class)
                .optional()
                .map(CaseState::named);
        if (state.isEmpty()) {
            return new CaseChange.Unknown();
        }
        List<String> latest = jdbc.sql(
                        "select by_whom from case_history where inquiry_id = ? order by version desc limit 1")
                .param(inquiry.value())
                .query(String.class)
                .list();
        return new CaseChange.Meanwhile(latest.isEmpty() ? null : latest.get(0), state.get());
    }

    /** What may be done, from which states, and where it leads. */
    private enum Action {
        TAKEN(CaseState.TAKEN, false, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
        REACHED(CaseState.REACHED, true, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
        NO_ANSWER(CaseState.TRIED, false, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
        LEFT_WORD(CaseState.TRIED, true, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED)),
        CLOSED(CaseState.CLOSED, false, EnumSet.of(CaseState.NEW, CaseState.TAKEN, CaseState.TRIED, CaseState.REACHED)),
        REOPENED(CaseState.NEW, false, EnumSet.complementOf(EnumSet.of(CaseState.NEW)));

        private final CaseState to;
        private final boolean answers;
        private final Set<CaseState> from;

        Action(CaseState to, boolean answers, Set<CaseState> from) {
            this.to = to;
            this.answers = answers;
            this.from = from;
        }

        /** What others are told; null where it is nobody else's business. */
        @Nullable OutcomeKind outcome() {
            return switch (this) {
                case REACHED -> OutcomeKind.REACHED;
                case CLOSED -> OutcomeKind.CLOSED;
                case REOPENED -> OutcomeKind.REOPENED;
                case TAKEN, NO_ANSWER, LEFT_WORD -> null;
            };
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

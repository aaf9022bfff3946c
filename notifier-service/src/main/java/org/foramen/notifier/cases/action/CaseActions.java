package org.foramen.notifier.cases.action;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.ledger.AuditLog;
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

    private static final Duration[] BUCKETS = Stream.of("5m 15m 30m 1h 2h 4h 8h 24h 48h 96h 168h".split(" "))
            .map(time -> Duration.parse("PT" + time))
            .toArray(Duration[]::new);

    private final CaseUpdates updates;
    private final AuditLog audit;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Timer firstAnswers;

    public CaseActions(
            JdbcClient jdbc,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry metrics) {
        this.updates = new CaseUpdates(jdbc);
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
        return change(inquiry, seen, user, CaseAction.TAKEN, null);
    }

    /** The person was answered. */
    public CaseChange reached(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, CaseAction.REACHED, null);
    }

    /** Nobody picked up. */
    public CaseChange noAnswer(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, CaseAction.NO_ANSWER, null);
    }

    /** Nobody picked up, and a word was left. */
    public CaseChange leftWord(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, CaseAction.LEFT_WORD, null);
    }

    /** @param why one of {@link CloseReason#CHOICES} */
    public CaseChange close(InquiryId inquiry, int seen, String user, CloseReason why) {
        if (!CloseReason.CHOICES.contains(why)) {
            throw new IllegalArgumentException("nobody closes a case as " + why.wireName());
        }
        return change(inquiry, seen, user, CaseAction.CLOSED, why);
    }

    /** It is new again: what was done was wrong, or somebody gives it back. */
    public CaseChange reopen(InquiryId inquiry, int seen, String user) {
        return change(inquiry, seen, user, CaseAction.REOPENED, null);
    }

    private CaseChange change(InquiryId inquiry, int seen, String user, CaseAction action, @Nullable CloseReason why) {
        Instant now = clock.instant();
        CaseChange change = write(inquiry, seen, user, action, why, now);
        if (change instanceof CaseChange.Done) {
            updates.firstAnswered(inquiry, seen + 1, now)
                    .ifPresent(received -> firstAnswers.record(Duration.between(received, now)));
        }
        return change;
    }

    private CaseChange write(
            InquiryId inquiry, int seen, String user, CaseAction action, @Nullable CloseReason why, Instant now) {
        return requireNonNull(transaction.execute(status -> {
            if (!updates.update(inquiry, seen, user, action, why, now)) {
                return updates.meanwhile(inquiry);
            }
            updates.addToHistory(inquiry, seen + 1, user, action, why, now);
            audit.note("case " + action.wireName(), inquiry.value(), user, now);
            OutcomeKind outcome = action.outcome();
            if (outcome != null) {
                outbox.note(inquiry, outcome, action.to.wireName(), now);
            }
            return new CaseChange.Done(action.to);
        }));
    }
}

package org.foramen.notifier.cases.action;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that change a case, and add to its history. */
final class CaseUpdates {

    private final JdbcClient jdbc;

    CaseUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing is written, when it is not in the version that was seen, or not in a state from which this may be done. */
    boolean update(
            InquiryId inquiry, int seen, String user, CaseAction action, @Nullable CloseReason why, Instant now) {
        boolean answered = action.answers || why == CloseReason.ANSWERED;
        OffsetDateTime at = LedgerRows.utc(now);
        return jdbc.sql(
                                """
                        update inquiry_case
                        set version = version + 1, state = :to, owner = :owner, tries = tries + :tries, close_reason = :why,
                            suspected = suspected and not cast(:person as boolean), changed_at = :now, done_at = cast(:done as timestamp with time zone),
                            answered_at = coalesce(answered_at, cast(:answered as timestamp with time zone))
                        where inquiry_id = :inquiry and version = :seen and state in (:from) and level is not null
                        """)
                        .param("to", action.to.wireName())
                        .param("owner", action.to == CaseState.NEW ? null : user)
                        .param("tries", action.to == CaseState.TRIED ? 1 : 0)
                        .param("why", why == null ? null : why.wireName())
                        .param("person", action.knowsAPerson())
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

    /** Why it could not be changed. */
    CaseChange meanwhile(InquiryId inquiry) {
        Optional<CaseState> state = jdbc.sql(
                        "select state from inquiry_case where inquiry_id = ? and level is not null")
                .param(inquiry.value())
                .query(String.class)
                .optional()
                .map(found -> WireName.read(CaseState.class, found));
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

    void addToHistory(
            InquiryId inquiry, int version, String user, CaseAction action, @Nullable CloseReason why, Instant now) {
        jdbc.sql(
                        "insert into case_history (inquiry_id, version, at, action, reason, by_whom) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        inquiry.value(),
                        version,
                        LedgerRows.utc(now),
                        action.wireName(),
                        why == null ? null : why.wireName(),
                        user))
                .update();
    }

    /** When the inquiry was received, if this version of its case is the one that answered it. */
    Optional<Instant> firstAnswered(InquiryId inquiry, int version, Instant now) {
        return jdbc.sql("select received_at from inquiry_case where inquiry_id = ? and version = ? and answered_at = ?")
                .params(inquiry.value(), version, LedgerRows.utc(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}

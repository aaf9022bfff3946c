package org.foramen.notifier.outcome;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of outcomes that are still to be told. Writes join the transaction of whoever calls: what is rolled back was never
 * noted, and what is noted is told.
 */
public final class Outbox {

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what became of a case. */
    public void note(InquiryId inquiry, OutcomeKind kind, String state, Instant now) {
        insert(inquiry, kind, state, null, now);
    }

    /** @param mail to whom it went */
    public void noteMail(InquiryId inquiry, OutcomeKind kind, String state, String mail, Instant now) {
        insert(inquiry, kind, state, mail, now);
    }

    private void insert(InquiryId inquiry, OutcomeKind kind, String state, @Nullable String mail, Instant now) {
        jdbc.sql(
                        """
                        insert into outcome (inquiry_id, kind, level, state, mail, noted_at)
                        values (?, ?, (select level from inquiry_case where inquiry_id = ?), ?, ?, ?)
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        inquiry.value(), kind.wireName(), inquiry.value(), state, mail, LedgerRows.utc(now)))
                .update();
    }

    /** True when the turn to publish is ours until the transaction ends; false while another notifier has it. */
    boolean takeTurn() {
        return jdbc.sql("select turn from outcome_turn for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those that no webhook is owed yet, the oldest first. */
    public List<InquiryOutcome> notHanded(int most) {
        return jdbc.sql("select * from outcome where not handed order by sequence_number limit ?")
                .param(most)
                .query((row, number) -> InquiryOutcome.of(row, "state"))
                .list();
    }

    /** Each webhook that wants them is owed them. */
    public void handed(List<Long> owed) {
        if (!owed.isEmpty()) {
            jdbc.sql("update outcome set handed = true where sequence_number in (:owed)")
                    .param("owed", owed)
                    .update();
        }
    }

    /**
     * The first of each inquiry, so that none is told before an earlier one of the same inquiry is.
     *
     * @param handedOnly true: only those that each webhook is owed, for they are taken away when they are told
     */
    List<InquiryOutcome> first(int most, boolean handedOnly) {
        return jdbc.sql(
                        """
                        select * from outcome waiting
                        where (handed or not ?) and not exists (select 1 from outcome earlier where earlier.inquiry_id = waiting.inquiry_id
                            and earlier.sequence_number < waiting.sequence_number)
                        order by sequence_number limit ?
                        """)
                .params(handedOnly, most)
                .query((row, number) -> InquiryOutcome.of(row, "state"))
                .list();
    }

    void remove(List<Long> told) {
        if (!told.isEmpty()) {
            jdbc.sql("delete from outcome where sequence_number in (:told)")
                    .param("told", told)
                    .update();
        }
    }

    /** When the one was noted that waits longest. */
    Optional<Instant> oldest() {
        return jdbc.sql("select noted_at from outcome order by sequence_number limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}

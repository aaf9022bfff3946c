package org.foramen.notifier.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.outcome.InquiryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One outcome that is or was owed to one target.
 *
 * @param answer what the target said to the last try: a status of HTTP, or why there was none; null before the first
 * @param nextAttemptAt null once it has ended
 */
public record WebhookDelivery(
        String target,
        InquiryOutcome outcome,
        State state,
        int attempts,
        @Nullable String answer,
        @Nullable Instant nextAttemptAt) {

    /** Reads a row of the table. */
    static WebhookDelivery of(ResultSet row, int number) throws SQLException {
        return new WebhookDelivery(
                row.getString("target"),
                InquiryOutcome.of(row, "outcome_state"),
                WireName.read(State.class, row.getString("state")),
                row.getInt("attempts"),
                row.getString("answer"),
                LedgerRows.perhaps(row, "next_attempt_at"));
    }
}

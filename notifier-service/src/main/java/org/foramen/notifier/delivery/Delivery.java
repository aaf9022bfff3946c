package org.foramen.notifier.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: a mail owed to one recipient about one subject. It holds nothing personal.
 *
 * @param reason why it is owed or withheld, where that needs saying
 * @param attempts how often it was tried, not counting while the mail server was away
 * @param unknowns how many of these tries ended without an answer
 * @param messageId the same for every try, so that a repeat is recognised
 * @param owedSince when the inquiry was first read
 * @param nextAttemptAt when it is due; null once it has ended
 * @param enclosed the handout that went with it; null when none did, or not yet
 */
public record Delivery(
        DeliveryKey key,
        State state,
        @Nullable Reason reason,
        int attempts,
        int unknowns,
        String messageId,
        Position position,
        @Nullable Integer smtpCode,
        @Nullable String enhancedStatus,
        Instant owedSince,
        @Nullable Instant attemptedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @Nullable SentHandout enclosed) {

    /** What stands in the row of a new delivery that is being tried. */
    public static Delivery begun(DeliveryKey key, String messageId, Position position, Instant now, Instant leased) {
        return new Delivery(
                key, State.ATTEMPTING, null, 1, 0, messageId, position, null, null, now, now, leased, null, null);
    }
}

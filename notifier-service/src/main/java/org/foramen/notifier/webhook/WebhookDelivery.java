package org.foramen.notifier.webhook;

import java.time.Instant;
import org.foramen.notifier.delivery.State;
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
        @Nullable Instant nextAttemptAt) {}

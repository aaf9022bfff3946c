package org.foramen.notifier.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.contract.Level;
import org.foramen.contract.digest.Sha256;
import org.foramen.notifier.outcome.InquiryOutcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a target is told, as Standard Webhooks 1.0 has it. Nothing in it is personal.
 *
 * @param id the same for every try, so that a repeat is recognised
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">specification</a>
 */
record WebhookMessage(String id, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    static WebhookMessage of(InquiryOutcome outcome) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "inquiry." + outcome.kind().wireName());
        body.put("timestamp", outcome.at().toString());
        body.put("data", outcome.data());
        body.put("text", text(outcome));
        return new WebhookMessage(outcome.id(), JSON.writeValueAsString(body));
    }

    /** A line for a chat, which shows the field of this name (Slack, Teams). */
    private static String text(InquiryOutcome outcome) {
        String reference = outcome.inquiry().reference();
        boolean emergency =
                outcome.level() != null && Level.named(outcome.level()).isEmergency();
        return switch (outcome.kind()) {
            case ACCEPTED -> "Inquiry %s came in.".formatted(reference);
            case URGENT -> "Act now: inquiry %s shows signs of an emergency.".formatted(reference);
            case MAILED -> "A mail about inquiry %s went out (%s).".formatted(reference, outcome.mail());
            case BOUNCED -> "A mail about inquiry %s did not arrive (%s).".formatted(reference, outcome.mail());
            case REACHED -> "Inquiry %s is answered.".formatted(reference);
            case OVERDUE ->
                emergency
                        ? "Act now: an emergency waits, inquiry %s.".formatted(reference)
                        : "Inquiry %s should have been answered.".formatted(reference);
            case CLOSED -> "Inquiry %s is closed.".formatted(reference);
            case REOPENED -> "Inquiry %s is to be answered after all.".formatted(reference);
            case ERASED -> "Inquiry %s is erased.".formatted(reference);
        };
    }

    /** One signature for each key, with spaces between them. */
    Map<String, String> headers(List<byte[]> keys, Instant now) {
        long seconds = now.getEpochSecond();
        String signed = id + "." + seconds + "." + body;
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(seconds),
                "webhook-signature",
                keys.stream().map(key -> "v1," + sign(key, signed)).collect(Collectors.joining(" ")));
    }

    private static String sign(byte[] key, String text) {
        return Base64.getEncoder().encodeToString(Sha256.hmac(key, text));
    }
}

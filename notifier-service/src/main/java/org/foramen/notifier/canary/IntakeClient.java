package org.foramen.notifier.canary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foramen.contract.InquiryId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The intake's HTTP interface, as a program on another machine meets it. */
final class IntakeClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI inquiries;
    private final @Nullable String clientKey;

    IntakeClient(URI intake, @Nullable String clientKey) {
        this.inquiries = intake.resolve("/api/inquiries");
        this.clientKey = clientKey;
    }

    /** Hands an inquiry in; nothing when no receipt was given. */
    Optional<InquiryId> enter(String mailbox, String message) throws InterruptedException {
        Map<String, Object> inquiry = Map.of(
                "kind",
                "contact",
                "name",
                "Canary",
                "email",
                mailbox,
                "preferredContact",
                "email",
                "message",
                message,
                "consentToEmail",
                true);
        HttpRequest.Builder request = HttpRequest.newBuilder(inquiries)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(inquiry)));
        if (StringUtils.hasText(clientKey)) {
            request.header("Authorization", "Bearer " + clientKey);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == ACCEPTED
                    ? Optional.of(new InquiryId(
                            json.readTree(answer.body()).path("id").asString()))
                    : Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException e) { // no receipt, or one that says nothing
            return Optional.empty();
        }
    }
}

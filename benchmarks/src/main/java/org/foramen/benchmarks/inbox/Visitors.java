package org.foramen.benchmarks.inbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.stack.process.Pause;
import tools.jackson.databind.json.JsonMapper;

/** Sends inquiries at a steady rate, whether the answers come or not, and notes when each was answered. */
public final class Visitors {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger failed = new AtomicInteger();
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Supplier<URI> intake;
    private final AtomicInteger sent = new AtomicInteger();

    public Visitors(URI intake) {
        this(() -> intake);
    }

    /** @param intake which one is asked, for each inquiry, as a load balancer says it */
    Visitors(Supplier<URI> intake) {
        this.intake = intake;
    }

    /** Returns when all have been answered, or have given up. */
    public void send(int perSecond, Duration time) {
        long start = System.nanoTime();
        long count = perSecond * time.toSeconds();
        for (long number = 0; number < count; number++) {
            long due = start + number * 1_000_000_000L / perSecond;
            Pause.until(due);
            send();
        }
        Pause.until(() -> answered.size() + failed.get() >= sent.get(), "all answers", PATIENCE.multipliedBy(2));
    }

    private void send() {
        int number = sent.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(intake.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "visitor-" + System.nanoTime() + "-" + number)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(inquiry(number))))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, failure) -> {
            if (failure == null && response.statusCode() == 202) {
                String id =
                        JsonMapper.shared().readTree(response.body()).path("id").asString();
                answered.put(id, System.nanoTime());
            } else {
                failed.incrementAndGet();
            }
        });
    }

    private static Map<String, Object> inquiry(int number) {
        return Map.of(
                "kind", "considering-procedure",
                "procedure", "foraminotomy",
                "region", "neck",
                "name", "Ana Ruiz",
                "email", "ana" + number + "@example.com",
                "preferredLanguage", "en",
                "message", Inquiries.MESSAGE,
                "consentToEmail", true);
    }

    /** When each inquiry, by its id, was answered, as {@link System#nanoTime()} says it. */
    Map<String, Long> answered() {
        return answered;
    }

    /** How many have come, answered or not. */
    int asked() {
        return sent.get();
    }

    int failed() {
        return failed.get();
    }
}

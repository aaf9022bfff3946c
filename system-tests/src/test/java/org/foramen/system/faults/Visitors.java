package org.foramen.system.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.foramen.system.stack.Website;

/** People who send an inquiry each, one after the other at a steady rate, whatever happens meanwhile. */
final class Visitors implements AutoCloseable {

    private static final int MOST_TRIES = 400;
    private static final long PAUSE_MILLIS = 250;

    private final String crowd = UUID.randomUUID().toString().substring(0, 8);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(48);
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final CountDownLatch waiting;
    private final Website website;
    private final Measure measure;
    private final boolean insist;

    /** @param insist true for people who send again, with the same key, until they are told yes */
    Visitors(Website website, Measure measure, boolean insist) {
        this.website = website;
        this.measure = measure;
        this.insist = insist;
        this.waiting = new CountDownLatch(measure.inquiries());
    }

    void begin() {
        for (int number = 0; number < measure.inquiries(); number++) {
            int visitor = number;
            threads.schedule(() -> visit(visitor, 1), number * 1000L / measure.perSecond(), TimeUnit.MILLISECONDS);
        }
    }

    void awaitAll() throws InterruptedException {
        Duration limit = measure.patience().plusSeconds(measure.inquiries() / measure.perSecond());
        if (!waiting.await(limit.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(waiting.getCount() + " visitors got no answer");
        }
    }

    /** Returns when so many more have been told yes. */
    void awaitMore(int more) {
        int wanted = Math.min(measure.inquiries(), accepted.size() + more);
        await("more visitors").atMost(measure.patience()).until(() -> accepted.size() >= wanted || done());
    }

    boolean done() {
        return waiting.getCount() == 0;
    }

    /** Those who were told yes: inquiry id and e-mail address. */
    Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** When each of those who were told yes was told so, by inquiry id. */
    Map<String, Instant> answered() {
        return Map.copyOf(answered);
    }

    /** How often somebody got no answer, or not yes. */
    int refusals() {
        return refusals.get();
    }

    String email(int visitor) {
        return "visitor-%d@%s.example".formatted(visitor, crowd);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void visit(int visitor, int tries) {
        try {
            HttpResponse<String> answer = website.post(inquiry(visitor), crowd + visitor);
            if (answer.statusCode() == 202) {
                String id = Website.json(answer).path("id").asString();
                answered.put(id, Instant.now());
                accepted.put(id, email(visitor));
                waiting.countDown();
                return;
            }
        } catch (IOException e) {
            // no answer is no yes: counted below
        }
        refusals.incrementAndGet();
        if (insist && tries < MOST_TRIES) {
            threads.schedule(() -> visit(visitor, tries + 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            waiting.countDown();
        }
    }

    private Map<String, Object> inquiry(int visitor) {
        return Map.of(
                "kind",
                "contact",
                "name",
                "Visitor " + visitor,
                "email",
                email(visitor),
                "message",
                "How long until I can drive again?",
                "consentToEmail",
                true);
    }
}

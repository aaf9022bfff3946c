package org.foramen.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.WebhookSettings;
import org.foramen.notifier.settings.WebhookTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a target what it is owed, and notes what its answers mean. */
@Component
class WebhookTeller {

    private static final Logger log = LoggerFactory.getLogger(WebhookTeller.class);
    private static final int BATCH = 100;
    private static final int GONE = 410;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final WebhookQueue queue;
    private final WebhookCall call;
    private final WebhookSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    WebhookTeller(WebhookQueue queue, WebhookCall call, NotifierSettings settings, Clock clock, MeterRegistry metrics) {
        this.queue = queue;
        this.call = call;
        this.settings = settings.webhooks();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Tells a target what is due. */
    void tell(WebhookTarget target) {
        for (WebhookDelivery due : queue.due(target.name(), clock.instant(), BATCH)) {
            Instant now = clock.instant();
            if (queue.begin(due, now, now.plus(settings.timeout()).plus(MARGIN))) {
                tell(target, due, now);
            }
        }
    }

    private void tell(WebhookTarget target, WebhookDelivery due, Instant now) {
        WebhookMessage message = WebhookMessage.of(due.outcome());
        try {
            int status = call.post(
                    target, message.headers(target.keys(), now), message.body().getBytes(UTF_8));
            note(due, status, String.valueOf(status));
        } catch (TargetRefused e) {
            note(due, 0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            log.debug("webhook {} gives no answer", target.name(), e);
            note(due, 0, "no answer");
        }
    }

    private void note(WebhookDelivery due, int status, String answer) {
        Instant now = clock.instant();
        metrics.counter("foramen.webhooks", "target", due.target(), "answer", answer)
                .increment();
        Instant next = now.plus(settings.pauseAfter(due.attempts() + 1));
        String id = due.outcome().id();
        if (status >= 200 && status < 300) {
            queue.end(due, State.SENT, answer, now);
        } else if (status == GONE) {
            queue.disable(due, answer, now);
            log.error("Webhook {} wants no more (410): it is told nothing until somebody replays one", due.target());
        } else if (next.isAfter(due.outcome().at().plus(settings.tryFor()))) {
            queue.end(due, State.EXPIRED, answer, now);
            log.error("Webhook {} was not told {}: {}", due.target(), id, answer);
        } else {
            queue.again(due, answer, next);
            log.warn("Webhook {} is told {} again at {}: {}", due.target(), id, next, answer);
        }
    }
}

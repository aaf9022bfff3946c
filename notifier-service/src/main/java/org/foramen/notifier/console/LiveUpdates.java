package org.foramen.notifier.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.foramen.base.time.AskedTask;
import org.foramen.base.web.HeapShare;
import org.foramen.notifier.cases.CaseFigures;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.webhook.WebhookDeliveries;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that the ledger has changed; they then ask for themselves again. */
@Controller
class LiveUpdates {

    /** Browsers come back by themselves, and their sign-in is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of the heap, for open pages; what one takes beside its connection's share. */
    private static final int PERCENT = 5;

    private static final int BYTES = 64 * 1024;
    private static final int MOST_PAGES = HeapShare.count(PERCENT, BYTES, 100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final LedgerStatistics figures;
    private final CaseFigures cases;
    private final WebhookDeliveries webhooks;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final AskedTask next;

    LiveUpdates(LedgerStatistics figures, CaseFigures cases, WebhookDeliveries webhooks, TaskScheduler scheduler) {
        this.figures = figures;
        this.cases = cases;
        this.webhooks = webhooks;
        this.next = new AskedTask(this::look, BETWEEN_LOOKS, scheduler);
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow() throws IOException {
        SseEmitter stream = new SseEmitter(LONGEST.toMillis());
        Follower follower = new Follower(stream);
        stream.onCompletion(() -> followers.remove(follower));
        stream.onTimeout(stream::complete);
        stream.send(SseEmitter.event().comment("here"));
        followers.add(follower);
        while (followers.size() > MOST_PAGES) {
            followers.remove(0).stream.complete();
        }
        next.ask();
        return stream;
    }

    /** Nothing is looked at while no page is open. */
    private void look() {
        if (followers.isEmpty()) {
            return;
        }
        try {
            String now = pulseNow();
            followers.stream().filter(follower -> !follower.isTold(now)).forEach(followers::remove); // its reader left
        } finally {
            next.ask();
        }
    }

    /** Open streams would hold up the end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        followers.forEach(follower -> follower.stream.complete());
    }

    private String pulseNow() {
        try {
            return String.join(" ", figures.pulse(), cases.pulse(), webhooks.pulse());
        } catch (DataAccessException e) {
            return "the ledger is away";
        }
    }

    /** A page that somebody has open. What changed between its making and its coming here it is told first. */
    private static final class Follower {

        private final SseEmitter stream;
        private String told = "";

        Follower(SseEmitter stream) {
            this.stream = stream;
        }

        boolean isTold(String pulse) {
            try {
                stream.send(
                        pulse.equals(told)
                                ? SseEmitter.event().comment("still here")
                                : SseEmitter.event().name("changed").data(""));
                told = pulse;
                return true;
            } catch (IOException | IllegalStateException e) {
                return false;
            }
        }
    }
}

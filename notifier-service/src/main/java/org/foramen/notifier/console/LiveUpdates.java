package org.foramen.notifier.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.foramen.notifier.cases.CaseFigures;
import org.foramen.notifier.reconciliation.LedgerStatistics;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that the ledger has changed; they then ask for themselves again. */
@Controller
class LiveUpdates {

    /** Browsers come back by themselves, and their sign-in is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_PAGES = 100;

    private final LedgerStatistics figures;
    private final CaseFigures cases;
    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private volatile String pulse = "";

    LiveUpdates(LedgerStatistics figures, CaseFigures cases) {
        this.figures = figures;
        this.cases = cases;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow() throws IOException {
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(page::complete);
        page.send(SseEmitter.event().comment("here"));
        pages.add(page);
        if (pages.size() > MOST_PAGES) {
            pages.get(0).complete();
        }
        return page;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        if (pages.isEmpty()) {
            return;
        }
        String now = pulseNow();
        SseEmitter.SseEventBuilder event = now.equals(pulse)
                ? SseEmitter.event().comment("still here")
                : SseEmitter.event().name("changed").data("");
        pulse = now;
        pages.forEach(page -> tell(page, event));
    }

    /** Open streams would hold up the end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.forEach(SseEmitter::complete);
    }

    private String pulseNow() {
        try {
            return figures.pulse() + " " + cases.pulse();
        } catch (DataAccessException e) {
            return "the ledger is away";
        }
    }

    private void tell(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException e) {
            pages.remove(page); // its reader left
        }
    }
}

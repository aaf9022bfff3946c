package org.foramen.notifier.console;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foramen.notifier.console.view.Bar;
import org.foramen.notifier.console.view.Chart;
import org.foramen.notifier.console.view.ClinicTime;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.consumer.SendLoops;
import org.foramen.notifier.reconciliation.LedgerStatistics;
import org.foramen.notifier.reconciliation.LedgerStatistics.TimeToInbox;
import org.foramen.notifier.reconciliation.Reconciler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: is everything accounted for, what is owed, and how the last day went. */
@Controller
class Overview {

    private final LedgerStatistics figures;
    private final Reconciler reconciler;
    private final SendLoops loops;
    private final ClinicTime time;
    private final ConsoleWording words;

    Overview(LedgerStatistics figures, Reconciler reconciler, SendLoops loops, ClinicTime time, ConsoleWording words) {
        this.figures = figures;
        this.reconciler = reconciler;
        this.loops = loops;
        this.time = time;
        this.words = words;
    }

    @GetMapping("/")
    String show(Model model) {
        Instant now = Instant.now();
        Instant from = Chart.from(now);
        LedgerStatistics.Owed owed = figures.owed();
        Map<Long, Long> inquiries = figures.inquiriesByHour(from);
        model.addAttribute("reconciliation", reconciler.latest())
                .addAttribute("owed", owed)
                .addAttribute("deadLetters", figures.deadLetters())
                .addAttribute("paused", loops.paused())
                .addAttribute(
                        "inquiries",
                        Chart.of("Inquiries per hour", now, hour -> inquiries.getOrDefault(hour, 0L), time::hour))
                .addAttribute(
                        "backlog",
                        Chart.of(
                                "Mails owed at the end of each hour",
                                now,
                                Chart.backlog(owed.mails(), figures.owedByHour(from), figures.endedByHour(from)),
                                time::hour))
                .addAttribute("times", Bar.of(times(from), name -> name, Overview::seconds))
                .addAttribute("outcomes", Bar.of(figures.outcomes(from), words::state, String::valueOf))
                .addAttribute("handouts", Bar.of(figures.handouts(from), name -> name, String::valueOf));
        return "overview";
    }

    private Map<String, Long> times(Instant from) {
        Map<String, Long> times = new LinkedHashMap<>();
        figures.timeToInbox(from).ifPresent((TimeToInbox taken) -> {
            times.put("half of them (p50)", taken.half().toMillis());
            times.put("19 of 20 (p95)", taken.most().toMillis());
            times.put("99 of 100 (p99)", taken.nearlyAll().toMillis());
        });
        return times;
    }

    private static String seconds(long milliseconds) {
        return ClinicTime.words(Duration.ofMillis(milliseconds));
    }
}

package org.foramen.notifier.console.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foramen.notifier.console.view.Bar;
import org.foramen.notifier.console.view.Chart;
import org.foramen.notifier.console.view.ClinicTime;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.ledger.statistics.MailStatistics;
import org.foramen.notifier.ledger.statistics.MailStatistics.TimeToInbox;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the last day went, in figures. */
@Controller
class MailFigures {

    private final LedgerStatistics figures;
    private final MailStatistics mails;
    private final ClinicTime time;
    private final ConsoleWording words;

    MailFigures(LedgerStatistics figures, MailStatistics mails, ClinicTime time, ConsoleWording words) {
        this.figures = figures;
        this.mails = mails;
        this.time = time;
        this.words = words;
    }

    @GetMapping("/mail/figures")
    String show(Model model) {
        Instant now = Instant.now();
        Instant from = Chart.from(now);
        Map<Long, Long> inquiries = mails.inquiriesByHour(from);
        model.addAttribute(
                        "inquiries",
                        Chart.of(now, hour -> inquiries.getOrDefault(hour, 0L), time::hour, inWords("inquiries")))
                .addAttribute(
                        "backlog",
                        Chart.of(
                                now,
                                Chart.backlog(figures.owed().mails(), mails.owedByHour(from), mails.endedByHour(from)),
                                time::hour,
                                inWords("backlog")))
                .addAttribute("times", Bar.of(times(from), name -> name, MailFigures::seconds))
                .addAttribute(
                        "outcomes",
                        Bar.of(mails.outcomes(from), state -> words.state(state), String::valueOf, State::wireName))
                .addAttribute("handouts", Bar.of(mails.handouts(from), name -> name, String::valueOf));
        return "figures";
    }

    private Chart.InWords inWords(String name) {
        return (most, now) -> words.chart(name, most, now);
    }

    private Map<String, Long> times(Instant from) {
        Map<String, Long> times = new LinkedHashMap<>();
        mails.timeToInbox(from).ifPresent((TimeToInbox taken) -> {
            times.put(words.say("times.half"), taken.half().toMillis());
            times.put(words.say("times.most"), taken.most().toMillis());
            times.put(words.say("times.nearly-all"), taken.nearlyAll().toMillis());
        });
        return times;
    }

    private static String seconds(long milliseconds) {
        return ClinicTime.words(Duration.ofMillis(milliseconds));
    }
}

package org.foramen.notifier.reminders;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseCounts;
import org.foramen.notifier.cases.CaseFigures;
import org.foramen.notifier.cases.CaseState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How the people stand who asked, as gauges: several notifiers share one ledger, and each says the same. */
@Component
class CaseMetrics {

    private static final Duration A_MONTH = Duration.ofDays(30);

    private final CaseFigures cases;
    private final WaitingEmergencies emergencies;
    private final Clock clock;
    private volatile Map<CaseCounts.Standing, Long> standings = Map.of();
    private volatile long late;
    private volatile double inTime = Double.NaN;
    private volatile int urgentWaiting;

    CaseMetrics(CaseFigures cases, WaitingEmergencies emergencies, Clock clock, MeterRegistry metrics) {
        this.cases = cases;
        this.emergencies = emergencies;
        this.clock = clock;
        Stream.of(CaseState.values())
                .filter(state -> !state.done())
                .flatMap(state -> Stream.of(Level.values()).map(level -> new CaseCounts.Standing(state, level)))
                .forEach(standing -> Gauge.builder("foramen.cases", () -> standings.getOrDefault(standing, 0L))
                        .description("Open inquiries, by how far their answer is and how soon they need it")
                        .tag("state", standing.state().wireName())
                        .tag("level", standing.level().wireName())
                        .register(metrics));
        Gauge.builder("foramen.cases.overdue", () -> late)
                .description("Inquiries that should have been answered by now")
                .register(metrics);
        Gauge.builder("foramen.cases.answered.in.time", () -> inTime)
                .description("Of the inquiries answered in 30 days, the share within the promise; NaN for none")
                .register(metrics);
        Gauge.builder("foramen.cases.urgent.waiting", () -> urgentWaiting)
                .description(
                        "Emergencies that nobody took or reached in time, or whose mail has reached no inbox for two minutes")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 5_000)
    void lookForEmergencies() {
        urgentWaiting = emergencies.waiting(clock.instant()).size();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 5_000)
    void look() {
        standings = cases.standings();
        late = cases.counts().late();
        Double share = cases.firstAnswers(clock.instant().minus(A_MONTH)).inTime();
        inTime = share == null ? Double.NaN : share;
    }
}

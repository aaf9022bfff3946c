package org.foramen.notifier.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.ledger.statistics.LedgerStatistics.Standing;
import org.foramen.notifier.ledger.statistics.MailTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the ledger stands, as gauges: a counter would begin anew with each start, and several notifiers share one ledger.
 * The terms of the law that docs/operations.md states.
 */
@Component
public class LedgerMetrics {

    private final LedgerStatistics figures;
    private final MailTotals all;
    private final Clock clock;
    private volatile List<Standing> standings = List.of();
    private volatile long deadLetters;

    public LedgerMetrics(LedgerStatistics figures, Clock clock, MeterRegistry metrics) {
        this.figures = figures;
        this.all = new MailTotals(figures);
        this.clock = clock;
        Stream<String> audiences = Recipient.ALL.stream().map(Recipient::wireName);
        Stream<String> others = Stream.of(SubjectKind.values())
                .filter(kind -> kind != SubjectKind.INQUIRY)
                .map(SubjectKind::wireName);
        Stream.concat(audiences, others).forEach(audience -> register(audience, metrics));
        Gauge.builder("foramen.ledger.dead.letters", () -> deadLetters)
                .description("Records that could not be read and were neither replayed nor erased since")
                .register(metrics);
    }

    private void register(String audience, MeterRegistry metrics) {
        for (State state : State.values()) {
            Gauge.builder("foramen.ledger.mails", () -> mails(audience, state))
                    .description("Mails in the ledger, by audience and state")
                    .tag("audience", audience)
                    .tag("state", state.wireName())
                    .register(metrics);
        }
        Gauge.builder("foramen.ledger.oldest.owed", () -> oldest(audience).toSeconds())
                .description("For how long the oldest mail has been owed that has not ended; 0 when none is")
                .baseUnit("seconds")
                .tag("audience", audience)
                .register(metrics);
    }

    /** Looks into the ledger; the gauges show what it said until the next look. */
    public void look() {
        standings = all.look(clock.instant());
        deadLetters = figures.deadLetters();
    }

    /** How many mails have ended, or have not, at the last look. */
    public long mails(boolean ended) {
        return standings.stream()
                .filter(standing -> standing.state().ended() == ended)
                .mapToLong(Standing::mails)
                .sum();
    }

    private long mails(String audience, State state) {
        return find(audience, state).mapToLong(Standing::mails).sum();
    }

    private Duration oldest(String audience) {
        Optional<Instant> since = find(audience, null)
                .filter(standing -> !standing.state().ended())
                .map(Standing::oldest)
                .min(Instant::compareTo);
        return since.map(oldest -> Duration.between(oldest, clock.instant())).orElse(Duration.ZERO);
    }

    private Stream<Standing> find(String audience, @Nullable State state) {
        return standings.stream()
                .filter(standing -> standing.tag().equals(audience))
                .filter(standing -> state == null || standing.state() == state);
    }
}

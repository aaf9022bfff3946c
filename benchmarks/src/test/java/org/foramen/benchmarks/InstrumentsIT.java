package org.foramen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.foramen.benchmarks.inbox.InboxBenchmark;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.benchmarks.notifier.LedgersBenchmark;
import org.foramen.benchmarks.notifier.NotifierBenchmark;
import org.foramen.benchmarks.parts.PartsBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the instruments still work, at a size that says nothing about speed. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InstrumentsIT {

    private static final Path RESULTS = Path.of(System.getProperty("foramen.results"));

    @Test
    void theNotifierAndItsPeersMailATopic() throws Exception {
        NotifierBenchmark.run(
                new NotifierBenchmark.Size(20, new WarmUp(1, Duration.ZERO), 1, List.of(8), List.of(0), true));

        assertThat(lines("notifier.0.8.csv"))
                .anyMatch(line -> line.startsWith("notifier,1,mails/s,"))
                .anyMatch(line -> line.startsWith("bare loop,1,mails/s,"))
                .anyMatch(line -> line.startsWith("Camel,1,mails/s,"));
    }

    @Test
    void theNotifierAndASchedulerWorkOffALedgerThatIsForcedToTheDisk() throws Exception {
        LedgersBenchmark.run(new LedgersBenchmark.Size(20, new WarmUp(1, Duration.ZERO), 1));

        List<String> samples = lines("ledgers.csv");
        assertThat(samples)
                .anyMatch(line -> line.startsWith("db-scheduler, lock-and-fetch, commit_delay,1,mails/s,"))
                .filteredOn(line -> line.contains("WAL syncs each"))
                .hasSize(6)
                .noneMatch(line -> line.endsWith(",0.0"));
    }

    @Test
    void theTimeToInboxIsSeenFromAnswerToMail() throws IOException {
        InboxBenchmark.run(new InboxBenchmark.Size(
                List.of(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3)));

        assertThat(lines("inbox.table.md")).anyMatch(line -> line.startsWith("| 5 | 20 |"));
    }

    @Test
    void thePartsAreFound() throws Exception {
        PartsBenchmark.run(new PartsBenchmark.Size("", 0, 1, 1));

        assertThat(String.join("\n", lines("parts.table.md")))
                .contains(
                        "| match, 250 ",
                        "| screen, 250 ",
                        "| seal |",
                        "| open |",
                        "| patientMail |",
                        "| clinicMail |",
                        "| pdf |");
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(RESULTS.resolve(file));
    }
}

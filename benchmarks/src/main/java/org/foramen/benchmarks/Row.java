package org.foramen.benchmarks;

import static org.foramen.benchmarks.Amount.seconds;
import static org.foramen.benchmarks.Amount.warmUp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foramen.benchmarks.command.CommandBenchmark;
import org.foramen.benchmarks.form.FormBenchmark;
import org.foramen.benchmarks.growth.GrowthBenchmark;
import org.foramen.benchmarks.inbox.RollingBenchmark;
import org.foramen.benchmarks.intake.IntakeBenchmark;
import org.foramen.benchmarks.notifier.NotifierBenchmark;
import org.foramen.benchmarks.notifier.PushedBackBenchmark;
import org.foramen.benchmarks.rest.RestBenchmark;
import org.foramen.benchmarks.start.StartBenchmark;

/** The rows of the table in docs/performance.md, in the order in which they are measured. */
enum Row {
    INTAKE(amount -> IntakeBenchmark.run(amount.of(
            new IntakeBenchmark.Size(List.of(64), warmUp(2_000, 10), 2, seconds(5), false),
            new IntakeBenchmark.Size(List.of(64), warmUp(150_000, 45), 5, seconds(6), false),
            new IntakeBenchmark.Size(List.of(64), warmUp(300_000, 180), 7, seconds(10), false)))),
    NOTIFIER(amount -> NotifierBenchmark.run(mails(amount))),
    POSTGRES(amount -> NotifierBenchmark.runOnPostgres(mails(amount))),
    PUSHED_BACK(amount -> PushedBackBenchmark.run(amount.of(
            new PushedBackBenchmark.Size(200, warmUp(400, 10), 2),
            new PushedBackBenchmark.Size(1_500, warmUp(15_000, 30), 3),
            new PushedBackBenchmark.Size(5_000, warmUp(60_000, 90), 5)))),
    INBOX(amount -> RollingBenchmark.run(amount.of(
            new RollingBenchmark.Size(seconds(5), seconds(10), seconds(60), 20, 2, seconds(10)),
            new RollingBenchmark.Size(seconds(30), seconds(40), seconds(180), 400, 3, seconds(60)),
            new RollingBenchmark.Size(seconds(60), seconds(120), seconds(600), 400, 5, seconds(300))))),
    REST(amount -> RestBenchmark.run(amount.of(
            new RestBenchmark.Size(seconds(5), seconds(10), seconds(10)),
            new RestBenchmark.Size(seconds(60), seconds(180), seconds(180)),
            new RestBenchmark.Size(seconds(60), seconds(600), seconds(600))))),
    GROWTH(amount -> GrowthBenchmark.run(amount.of(
            new GrowthBenchmark.Size(200, 2_000, 50, 2, seconds(3), 10),
            new GrowthBenchmark.Size(10_000, 200_000, 250, 6, seconds(10), 100),
            new GrowthBenchmark.Size(10_000, 1_000_000, 500, 10, seconds(20), 200)))),
    FORM(amount -> FormBenchmark.run(amount.of(2, 5, 9))),
    COMMAND(amount -> CommandBenchmark.run(amount.of(1, 2, 5))),
    START(amount -> StartBenchmark.run(amount.of(
            new StartBenchmark.Size(0, 1, seconds(1)),
            new StartBenchmark.Size(0, 2, seconds(1)),
            new StartBenchmark.Size(1, 5, seconds(10)))));

    /** Those whose ratios are soon measured. */
    static final List<Row> CHECKED = List.of(INTAKE, NOTIFIER);

    private final Measurement measurement;

    Row(Measurement measurement) {
        this.measurement = measurement;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Row::title).toList();
    }

    static Optional<Row> named(String name) {
        return Arrays.stream(values()).filter(row -> row.title().equals(name)).findFirst();
    }

    void run(Amount amount) throws Exception {
        measurement.of(amount);
    }

    /** All of them, whatever becomes of one; those that failed are named at the end, each with why. True when none did. */
    static boolean runAll(List<Row> rows, Amount amount) {
        List<String> failed = new ArrayList<>();
        for (Row row : rows) {
            long begun = System.nanoTime();
            try {
                row.run(amount);
            } catch (Exception e) {
                failed.add(row.title() + ": " + e);
            }
            System.out.printf(
                    "== %s took %d s%n",
                    row.title(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }
        failed.forEach(row -> System.err.println("== failed: " + row));
        return failed.isEmpty();
    }

    private String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static NotifierBenchmark.Size mails(Amount amount) {
        return amount.of(
                new NotifierBenchmark.Size(500, warmUp(1_000, 10), 2, List.of(8), List.of(0), false),
                new NotifierBenchmark.Size(4_000, warmUp(60_000, 40), 5, List.of(8), List.of(0), false),
                new NotifierBenchmark.Size(10_000, warmUp(100_000, 120), 7, List.of(8), List.of(0), false));
    }

    private interface Measurement {

        void of(Amount amount) throws Exception;
    }
}

package org.foramen.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.intake.IntakeBenchmark;
import org.foramen.benchmarks.notifier.NotifierBenchmark;

/** What {@code benchmarks/run} starts: the name of a benchmark, and how much of it. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length > 0 ? arguments[0] : "";
        String size = arguments.length > 1 ? arguments[1] : "small";
        boolean full = size.equals("full");
        switch (name) {
            case "intake" ->
                IntakeBenchmark.run(
                        full
                                ? new IntakeBenchmark.Size(List.of(1, 16, 64), 5, Duration.ofSeconds(10))
                                : new IntakeBenchmark.Size(List.of(64), 2, Duration.ofSeconds(3)));
            case "notifier" ->
                NotifierBenchmark.run(
                        full
                                ? new NotifierBenchmark.Size(10_000, 5, List.of(1, 8, 16), List.of(0, 20, 200))
                                : new NotifierBenchmark.Size(1_000, 2, List.of(8), List.of(0)));
            case "docs" -> Results.putInto(Path.of("..", "docs", "performance.md"));
            default -> {
                System.err.println("Say which: intake, notifier, inbox, growth, start, parts or docs; then small or full.");
                System.exit(2);
            }
        }
        System.exit(0);
    }
}

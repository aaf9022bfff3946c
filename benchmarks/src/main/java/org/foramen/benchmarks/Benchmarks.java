package org.foramen.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.foramen.benchmarks.growth.GrowthBenchmark;
import org.foramen.benchmarks.inbox.InboxBenchmark;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.benchmarks.intake.IntakeBenchmark;
import org.foramen.benchmarks.notifier.NotifierBenchmark;
import org.foramen.benchmarks.parts.PartsBenchmark;
import org.foramen.benchmarks.start.StartBenchmark;

/** What {@code benchmarks/run} starts: the name of a benchmark, and how much of it. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length > 0 ? arguments[0] : "";
        String size = arguments.length > 1 ? arguments[1] : "small";
        switch (name) {
            case "intake" ->
                IntakeBenchmark.run(of(
                        size,
                        new IntakeBenchmark.Size(List.of(64), warmUp(2_000, 10), 2, seconds(5)),
                        new IntakeBenchmark.Size(List.of(1, 16, 64), warmUp(150_000, 120), 4, seconds(5)),
                        new IntakeBenchmark.Size(List.of(1, 16, 64), warmUp(300_000, 180), 5, seconds(10))));
            case "notifier" ->
                NotifierBenchmark.run(of(
                        size,
                        new NotifierBenchmark.Size(500, warmUp(1_000, 10), 2, List.of(8), List.of(0)),
                        new NotifierBenchmark.Size(
                                4_000, warmUp(60_000, 75), 3, List.of(1, 8, 16), List.of(0, 20, 200)),
                        new NotifierBenchmark.Size(
                                10_000, warmUp(100_000, 120), 5, List.of(1, 8, 16), List.of(0, 20, 200))));
            case "inbox" ->
                InboxBenchmark.run(of(
                        size,
                        new InboxBenchmark.Size(List.of(5, 50), seconds(10), seconds(10), seconds(10), seconds(30)),
                        new InboxBenchmark.Size(
                                List.of(5, 50, 200), seconds(20), seconds(40), seconds(60), seconds(120)),
                        new InboxBenchmark.Size(
                                List.of(5, 50, 200), seconds(30), seconds(120), seconds(60), seconds(180))));
            case "growth" ->
                GrowthBenchmark.run(of(
                        size,
                        new GrowthBenchmark.Size(List.of(100, 1_000), 100, 1, 2),
                        new GrowthBenchmark.Size(List.of(1_000, 10_000, 100_000), 250, 6, 6),
                        new GrowthBenchmark.Size(List.of(1_000, 10_000, 100_000), 500, 10, 10)));
            case "start" ->
                StartBenchmark.run(of(
                        size,
                        new StartBenchmark.Size(1, seconds(2)),
                        new StartBenchmark.Size(3, seconds(5)),
                        new StartBenchmark.Size(5, seconds(10))));
            case "parts" ->
                PartsBenchmark.run(of(
                        size,
                        new PartsBenchmark.Size("", 1, 2, 500),
                        new PartsBenchmark.Size("", 1, 4, 1_000),
                        new PartsBenchmark.Size("", 3, 5, 1_000)));
            case "docs" -> Results.putInto(Path.of("..", "docs", "performance.md"));
            default -> {
                System.err.println(
                        "Say which: intake, notifier, inbox, growth, start, parts or docs; then small, medium or full.");
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static <S> S of(String size, S small, S medium, S full) {
        return switch (size) {
            case "full" -> full;
            case "medium" -> medium;
            default -> small;
        };
    }

    private static WarmUp warmUp(int units, int seconds) {
        return new WarmUp(units, seconds(seconds));
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}

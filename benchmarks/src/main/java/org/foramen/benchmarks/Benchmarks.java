package org.foramen.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.foramen.benchmarks.instrument.KeptRatios;
import org.foramen.benchmarks.instrument.Machine;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.benchmarks.parts.PartsBenchmark;

/** What {@code benchmarks/run} starts: the name of a benchmark, and how much of it. */
public final class Benchmarks {

    private static final Path KEPT = Path.of("kept.txt");
    private static final String USAGE = "Say which: " + String.join(", ", Row.names())
            + ", targets, check, keep, docs, parts, peers, ledgers, outage, hour; then small, medium or full.";

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length > 0 ? arguments[0] : "";
        Amount amount = Amount.of(arguments.length > 1 ? arguments[1] : "small");
        boolean isWhole = true;
        switch (name) {
            case "targets" -> {
                Results.forget();
                Target.forgetAll();
                isWhole = Row.runAll(List.of(Row.values()), amount);
                Results.piece("machine", Machine.now());
                putIntoPage();
            }
            case "check" -> {
                Results.forget();
                isWhole = Row.runAll(Row.CHECKED, amount)
                        && !KeptRatios.read(KEPT).isBetterThan(KeptRatios.measured());
            }
            case "keep" -> KeptRatios.measured().keepIn(KEPT);
            case "docs" -> putIntoPage();
            case "parts" ->
                PartsBenchmark.run(amount.of(
                        new PartsBenchmark.Size("", 1, 2, 500),
                        new PartsBenchmark.Size("", 1, 4, 1_000),
                        new PartsBenchmark.Size("", 3, 5, 1_000)));
            case "peers" -> Others.peers(amount);
            case "ledgers" -> Others.ledgers(amount);
            case "outage" -> Others.outage(amount);
            case "hour" -> Others.hour(amount);
            default ->
                Row.named(name)
                        .orElseThrow(() -> new IllegalArgumentException(USAGE))
                        .run(amount);
        }
        System.exit(isWhole ? 0 : 1);
    }

    private static void putIntoPage() throws IOException {
        Results.putInto(Path.of("..", "docs", "performance.md"));
        Results.putBeside(Path.of("results"));
    }
}

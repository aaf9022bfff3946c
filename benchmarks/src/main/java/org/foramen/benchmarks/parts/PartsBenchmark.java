package org.foramen.benchmarks.parts;

import java.util.Collection;
import java.util.TreeMap;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.JavaOptions;
import org.foramen.benchmarks.instrument.Results;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The services' parts, each by itself, by JMH. */
public final class PartsBenchmark {

    private PartsBenchmark() {}

    public static void run(Size size) throws RunnerException {
        Results.raw("parts.txt", "");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PartsBenchmark.class.getPackageName() + ".*" + size.only())
                        .forks(size.forks())
                        .jvmArgs(JavaOptions.TEXT.split(" "))
                        .warmupIterations(size.iterations())
                        .measurementIterations(size.iterations())
                        .warmupTime(TimeValue.milliseconds(size.milliseconds()))
                        .measurementTime(TimeValue.milliseconds(size.milliseconds()))
                        .resultFormat(ResultFormatType.JSON)
                        .result(Results.folder().resolve("parts.json").toString())
                        .build())
                .run();
        TreeMap<String, Double> scores = new TreeMap<>();
        StringBuilder table = new StringBuilder("| part | ms each | ± ms |\n|---|--:|--:|\n");
        for (RunResult result : results) {
            String characters = result.getParams().getParam("characters");
            String name = result.getPrimaryResult().getLabel()
                    + (characters == null ? "" : ", " + characters + " characters");
            scores.put(name, result.getPrimaryResult().getScore());
            table.append("| %s | %s | %s |%n"
                    .formatted(
                            name,
                            Figure.plain(result.getPrimaryResult().getScore()),
                            Figure.plain(result.getPrimaryResult().getScoreError())));
        }
        Results.table(
                "parts.table",
                table.toString(),
                "JMH, one thread, average time; %d forks with %d iterations of %d ms after as many that warm up."
                        .formatted(size.forks(), size.iterations(), size.milliseconds()));
        piece("parts.reading", scores, 1, "match, 250 characters", "screen, 250 characters");
        piece("parts.reading.longest", scores, 1, "match, 5000 characters", "screen, 5000 characters");
        piece("parts.composing", scores, 0.5, "patientMail");
        piece("parts.sealing", scores, 0.5, "seal", "open");
    }

    private static void piece(String name, TreeMap<String, Double> scores, double target, String... parts) {
        double sum = 0;
        for (String part : parts) {
            sum += scores.getOrDefault(part, Double.NaN);
        }
        Results.piece(name, Figure.atMost(sum, target) + " (ms)");
    }

    /**
     * How much is measured.
     *
     * @param only what stands in the name of the benchmarks to run; nothing: all
     * @param forks 0 runs them in this process, to see that they work
     * @param milliseconds of an iteration
     */
    public record Size(String only, int forks, int iterations, int milliseconds) {}
}

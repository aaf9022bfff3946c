package org.foramen.benchmarks.parts;

import java.util.Collection;
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
        StringBuilder table = new StringBuilder("| part | ms each | ± ms |\n|---|--:|--:|\n");
        for (RunResult result : results) {
            String characters = result.getParams().getParam("characters");
            String name = result.getPrimaryResult().getLabel()
                    + (characters == null ? "" : ", " + characters + " characters");
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

package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ratios of an earlier run, by their marks, a line each: what is worse by a fifth now, and worse than each round was then, is a
 * regression. The median of the same code moves by a fifth too, where its rounds lie far apart.
 */
public record KeptRatios(Map<String, Spread> values) {

    private static final String SEPARATOR = "=";

    public static KeptRatios read(Path file) throws IOException {
        Map<String, Spread> values = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] parts = line.split(SEPARATOR, 2);
            values.put(parts[0], Spread.read(parts[1]));
        }
        return new KeptRatios(values);
    }

    /** Those that were measured since results were last forgotten. */
    public static KeptRatios measured() {
        Map<String, Spread> values = new TreeMap<>();
        for (Target target : Target.values()) {
            if (target.isRatio()) {
                Results.value(target.mark()).stream()
                        .filter(value -> !Double.isNaN(value.median()))
                        .forEach(value -> values.put(target.mark(), value));
            }
        }
        return new KeptRatios(values);
    }

    /** Puts them into the file; what else it holds stays. */
    public void keepIn(Path file) throws IOException {
        Map<String, Spread> all = new TreeMap<>(read(file).values);
        all.putAll(values);
        Files.write(
                file,
                all.entrySet().stream()
                        .map(ratio ->
                                ratio.getKey() + SEPARATOR + ratio.getValue().line())
                        .toList());
    }

    /** A line for each ratio that both have, of which those that are worse now say so. */
    public List<String> against(KeptRatios now) {
        List<String> lines = new ArrayList<>();
        for (Target target : Target.values()) {
            Spread before = values.get(target.mark());
            Spread after = now.values.get(target.mark());
            if (before != null && after != null) {
                lines.add("%s: %s, was %s%s"
                        .formatted(
                                target.mark(), after, before, target.isWorse(before, after.median()) ? ", WORSE" : ""));
            }
        }
        return lines;
    }

    /** Whether one of them is worse now; nothing to compare is no answer, and refused. */
    public boolean isBetterThan(KeptRatios now) {
        List<String> lines = against(now);
        if (lines.isEmpty()) {
            throw new IllegalStateException("nothing to compare: first benchmarks/run targets medium, then keep");
        }
        lines.forEach(System.out::println);
        return lines.stream().anyMatch(line -> line.endsWith("WORSE"));
    }
}

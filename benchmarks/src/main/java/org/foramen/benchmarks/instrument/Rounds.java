package org.foramen.benchmarks.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured of several contenders, in turn: A B A B. The first rounds warm up and are forgotten. Whatever else the
 * machine does in a round happens to all of them, so ratios are taken within a round and their median is reported.
 */
public final class Rounds {

    private final Map<String, List<Map<String, Double>>> measured = new LinkedHashMap<>();

    /** @param rounds beside those that warm up */
    public static Rounds of(int warmUps, int rounds, Map<String, Contender> contenders) {
        Rounds all = new Rounds();
        for (int round = 1 - warmUps; round <= rounds; round++) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                Map<String, Double> sample = contender.getValue().measure();
                System.out.printf("round %d %s %s%n", round, contender.getKey(), sample);
                if (round > 0) {
                    all.measured
                            .computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(sample);
                }
            }
        }
        return all;
    }

    public Spread spread(String contender, String figure) {
        return Spread.of(samples(contender).stream()
                .map(sample -> sample.getOrDefault(figure, Double.NaN))
                .toList());
    }

    public double median(String contender, String figure) {
        return spread(contender, figure).median();
    }

    /** The medians of one figure, for a picture of bars. */
    public Map<String, Double> medians(String figure) {
        Map<String, Double> medians = new LinkedHashMap<>();
        measured.keySet().forEach(contender -> medians.put(contender, median(contender, figure)));
        return medians;
    }

    /** One contender's figure divided by another's of the same round. */
    public Spread ratio(String contender, String to, String figure) {
        List<Double> ratios = new ArrayList<>();
        int rounds = Math.min(samples(contender).size(), samples(to).size());
        for (int round = 0; round < rounds; round++) {
            ratios.add(value(contender, round, figure) / value(to, round, figure));
        }
        return Spread.of(ratios);
    }

    /** Every sample as a line: contender, round, figure, value. */
    public String csv() {
        StringBuilder csv = new StringBuilder("contender,round,figure,value\n");
        measured.forEach((name, samples) -> {
            for (int round = 0; round < samples.size(); round++) {
                for (Map.Entry<String, Double> figure : samples.get(round).entrySet()) {
                    csv.append("%s,%d,%s,%s%n".formatted(name, round + 1, figure.getKey(), figure.getValue()));
                }
            }
        });
        return csv.toString();
    }

    /** The medians as a Markdown table. */
    public String table(String first) {
        Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
        measured.forEach((contender, samples) -> {
            Map<String, Double> figures = new LinkedHashMap<>();
            samples.stream()
                    .flatMap(sample -> sample.keySet().stream())
                    .distinct()
                    .forEach(figure -> figures.put(figure, median(contender, figure)));
            medians.put(contender, figures);
        });
        return table(first, medians);
    }

    /** Rows by their names, each with figures by theirs, as a Markdown table; a row without a figure has an empty cell. */
    public static String table(String first, Map<String, Map<String, Double>> rows) {
        List<String> figures = rows.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        StringBuilder table = new StringBuilder("| " + first + " | " + String.join(" | ", figures) + " |\n|---|"
                + "--:|".repeat(figures.size()) + "\n");
        rows.forEach((name, row) -> table.append("| ")
                .append(name)
                .append(figures.stream()
                        .map(figure -> " | " + Figure.plain(row.getOrDefault(figure, Double.NaN)))
                        .collect(Collectors.joining()))
                .append(" |\n"));
        return table.toString();
    }

    private double value(String contender, int round, String figure) {
        return samples(contender).get(round).getOrDefault(figure, Double.NaN);
    }

    private List<Map<String, Double>> samples(String contender) {
        return measured.getOrDefault(contender, List.of());
    }

    /** What is measured once in each round; figures by the words that stand above their column. */
    public interface Contender {

        Map<String, Double> measure();
    }
}

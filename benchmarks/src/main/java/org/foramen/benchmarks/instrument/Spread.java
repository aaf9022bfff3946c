package org.foramen.benchmarks.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A median, with the least and the most of what it is the median of; NaN when there is nothing. */
public record Spread(double median, double least, double most) {

    public static Spread of(List<Double> values) {
        List<Double> sorted =
                values.stream().filter(value -> !value.isNaN()).sorted().toList();
        if (sorted.isEmpty()) {
            return once(Double.NaN);
        }
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** What was measured once. */
    public static Spread once(double value) {
        return new Spread(value, value, value);
    }

    /** Reads what {@link #line} wrote. */
    static Spread read(String line) {
        double[] figures = Arrays.stream(line.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Spread(figures[0], figures[1], figures[2]);
    }

    /** For programs: the median, the least and the most. */
    String line() {
        return String.format(Locale.ROOT, "%.3f %.3f %.3f", median, least, most);
    }

    /** For people: {@code 1.20 (1.10 to 1.35)}. */
    @Override
    public String toString() {
        String figure = Figure.plain(median);
        return least == most || Double.isNaN(median)
                ? figure
                : "%s (%s to %s)".formatted(figure, Figure.plain(least), Figure.plain(most));
    }
}

package org.foramen.base.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.content.language.text.Words;

/** What words, and pairs of neighbours, weigh for each of some kinds, as labelled messages have taught (logistic regression). */
record WordWeights(Map<String, double[]> weights, int kinds) {

    /** In a file it stands for what is added each time. */
    static final String ALWAYS = "*";

    private static final double HUNDREDTHS = 100;

    /** Fewer signs are weighed as if they were so many. */
    private static final int FEW = 30;

    /** Reads a file of the folder {@code language}, one sign a line with its weights in hundredths; without it, nothing weighs anything. */
    static WordWeights read(Path content, String name, int kinds) {
        Path file = content.resolve("language").resolve(name);
        Map<String, double[]> weights = new HashMap<>();
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> !line.startsWith("#")).forEach(line -> addTo(weights, line, kinds, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new WordWeights(weights, kinds);
    }

    private static void addTo(Map<String, double[]> weights, String line, int kinds, Path file) {
        String[] cells = line.split("\t", -1);
        try {
            double[] row = new double[kinds];
            for (int kind = 0; kind < kinds; kind++) {
                row[kind] = Integer.parseInt(cells[kind + 1]) / HUNDREDTHS;
            }
            weights.put(cells[0], row);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalStateException(
                    "%s: \"%s\" is not words and %d numbers, with tabs between".formatted(file, line, kinds), e);
        }
    }

    /** The words and pairs of neighbours there, each with the place where it stands first; an age or a date is no sign. */
    static Map<String, Integer> signs(Words words, int from, int to) {
        Map<String, Integer> signs = new LinkedHashMap<>();
        for (int at = from; at < to; at++) {
            if (isNumber(words.word(at))) {
                continue;
            }
            signs.putIfAbsent(words.word(at), at);
            if (at > from && !isNumber(words.word(at - 1))) {
                signs.putIfAbsent(words.word(at - 1) + " " + words.word(at), at);
            }
        }
        return signs;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** By this the sum of weights is divided: many signs weigh no more than some, and few of them less. */
    static double root(Collection<String> signs) {
        return Math.sqrt(Math.max(FEW, signs.size()));
    }

    /** For each kind the logarithm of how much likelier it is than none. */
    double[] scores(Collection<String> signs) {
        double[] scores = of(ALWAYS).clone();
        double root = root(signs);
        for (String sign : signs) {
            double[] weight = of(sign);
            for (int kind = 0; kind < kinds; kind++) {
                scores[kind] += weight[kind] / root;
            }
        }
        return scores;
    }

    double[] of(String sign) {
        return weights.getOrDefault(sign, new double[kinds]);
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }
}

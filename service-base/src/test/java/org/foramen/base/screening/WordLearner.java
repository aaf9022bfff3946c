package org.foramen.base.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Learns what words weigh from labelled examples: multinomial logistic regression by AdaGrad, the same each time and on each machine. */
final class WordLearner {

    static final int NO_KIND = -1;

    private static final int ROUNDS = 8;
    private static final double STEP = 0.5;
    private static final double STEP_OF_ALWAYS = 0.02;
    private static final double DECAY = 1e-6;
    private static final double NO_ZERO = 1e-8;
    private static final int HUNDREDTHS = 100;

    /** A word that fewer examples have says nothing of the next one. */
    private static final int FEWEST = 4;

    /** In hundredths: what weighs less for each kind is left out. */
    private static final int LIGHT = 50;

    private final Map<String, Integer> numbers = new HashMap<>();

    private final int kinds;

    WordLearner(int kinds) {
        this.kinds = kinds;
    }

    /** What one example has, and its kind, or {@link #NO_KIND}. */
    record Example(Set<String> signs, int kind) {}

    private record Numbered(int[] signs, double root, int kind) {}

    /** The weights in hundredths by word, as the file has them. */
    Map<String, int[]> learn(List<Example> examples) {
        number(examples);
        List<Numbered> all =
                new ArrayList<>(examples.stream().map(this::numbered).toList());
        double[][] weights = new double[numbers.size()][kinds];
        double[][] steps = new double[numbers.size()][kinds];
        double[] always = new double[kinds];
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(all, random);
            for (Numbered one : all) {
                learn(one, weights, steps, always);
            }
        }
        return rounded(weights, always);
    }

    private static void learn(Numbered one, double[][] weights, double[][] steps, double[] always) {
        double[] likely = likely(one, weights, always);
        for (int kind = 0; kind < likely.length; kind++) {
            double wrong = likely[kind] - (one.kind() == kind ? 1 : 0);
            for (int sign : one.signs()) {
                double slope = wrong / one.root() + DECAY * weights[sign][kind];
                steps[sign][kind] += slope * slope;
                weights[sign][kind] -= STEP * slope / Math.sqrt(steps[sign][kind] + NO_ZERO);
            }
            always[kind] -= STEP_OF_ALWAYS * wrong;
        }
    }

    private static double[] likely(Numbered one, double[][] weights, double[] always) {
        double[] likely = always.clone();
        double sum = 1;
        for (int kind = 0; kind < likely.length; kind++) {
            double score = 0;
            for (int sign : one.signs()) {
                score += weights[sign][kind];
            }
            likely[kind] = StrictMath.exp(likely[kind] + score / one.root());
            sum += likely[kind];
        }
        for (int kind = 0; kind < likely.length; kind++) {
            likely[kind] /= sum;
        }
        return likely;
    }

    private void number(List<Example> examples) {
        Map<String, Integer> counts = new TreeMap<>();
        examples.forEach(example -> example.signs().forEach(sign -> counts.merge(sign, 1, Integer::sum)));
        counts.forEach((sign, count) -> {
            if (count >= FEWEST) {
                numbers.put(sign, numbers.size());
            }
        });
    }

    private Numbered numbered(Example example) {
        int[] signs = example.signs().stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
        return new Numbered(signs, WordWeights.root(example.signs()), example.kind());
    }

    private Map<String, int[]> rounded(double[][] weights, double[] always) {
        Map<String, int[]> rounded = new TreeMap<>();
        rounded.put(WordWeights.ALWAYS, rounded(always));
        numbers.forEach((sign, number) -> {
            int[] row = rounded(weights[number]);
            for (int weight : row) {
                if (Math.abs(weight) >= LIGHT) {
                    rounded.put(sign, row);
                    return;
                }
            }
        });
        return rounded;
    }

    private static int[] rounded(double[] weights) {
        int[] rounded = new int[weights.length];
        for (int kind = 0; kind < weights.length; kind++) {
            rounded[kind] = (int) Math.round(weights[kind] * HUNDREDTHS);
        }
        return rounded;
    }
}

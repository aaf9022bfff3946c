package org.foramen.base.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.foramen.contract.Level;

/** Learns what words weigh from labelled messages: multinomial logistic regression by AdaGrad, the same each time and on each machine. */
final class WordLearner {

    private static final int ROUNDS = 8;
    private static final double STEP = 0.5;
    private static final double STEP_OF_ALWAYS = 0.02;
    private static final double DECAY = 1e-6;
    private static final double NO_ZERO = 1e-8;
    private static final int HUNDREDTHS = 100;

    /** A word that fewer messages have says nothing of the next one. */
    private static final int FEWEST = 4;

    /** In hundredths: what weighs less for each level is left out. */
    private static final int LIGHT = 50;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** What one message has, and what it calls for. */
    record Example(Map<String, Integer> signs, Level level) {}

    private record Numbered(int[] signs, double root, int level) {}

    /** The weights in hundredths by word, as the file has them. */
    Map<String, int[]> learn(List<Example> examples) {
        number(examples);
        List<Numbered> all =
                new ArrayList<>(examples.stream().map(this::numbered).toList());
        int levels = LearntWords.LEVELS.size();
        double[][] weights = new double[numbers.size()][levels];
        double[][] steps = new double[numbers.size()][levels];
        double[] always = new double[levels];
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
        for (int level = 0; level < likely.length; level++) {
            double wrong = likely[level] - (one.level() == level ? 1 : 0);
            for (int sign : one.signs()) {
                double slope = wrong / one.root() + DECAY * weights[sign][level];
                steps[sign][level] += slope * slope;
                weights[sign][level] -= STEP * slope / Math.sqrt(steps[sign][level] + NO_ZERO);
            }
            always[level] -= STEP_OF_ALWAYS * wrong;
        }
    }

    private static double[] likely(Numbered one, double[][] weights, double[] always) {
        double[] likely = always.clone();
        double sum = 1;
        for (int level = 0; level < likely.length; level++) {
            double score = 0;
            for (int sign : one.signs()) {
                score += weights[sign][level];
            }
            likely[level] = StrictMath.exp(likely[level] + score / one.root());
            sum += likely[level];
        }
        for (int level = 0; level < likely.length; level++) {
            likely[level] /= sum;
        }
        return likely;
    }

    private void number(List<Example> examples) {
        Map<String, Integer> counts = new TreeMap<>();
        examples.forEach(example -> example.signs().keySet().forEach(sign -> counts.merge(sign, 1, Integer::sum)));
        counts.forEach((sign, count) -> {
            if (count >= FEWEST) {
                numbers.put(sign, numbers.size());
            }
        });
    }

    private Numbered numbered(Example example) {
        int[] signs = example.signs().keySet().stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
        return new Numbered(signs, LearntWords.root(example.signs()), LearntWords.LEVELS.indexOf(example.level()));
    }

    private Map<String, int[]> rounded(double[][] weights, double[] always) {
        Map<String, int[]> rounded = new TreeMap<>();
        rounded.put(LearntWords.ALWAYS, rounded(always));
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
        for (int level = 0; level < weights.length; level++) {
            rounded[level] = (int) Math.round(weights[level] * HUNDREDTHS);
        }
        return rounded;
    }
}

package org.foramen.base.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;
import org.foramen.contract.Level;

/**
 * Weighs the words of a message and the pairs of neighbours in it, as labelled messages have taught (multinomial logistic
 * regression): it hears wordings that no phrase foresaw, and is asked only where no phrase found anything.
 */
final class LearntWords {

    /** What a message may call for beside nothing, in the order of the file's columns. */
    static final List<Level> LEVELS = List.of(Level.CALL_TODAY, Level.EMERGENCY, Level.CRISIS);

    /** In the file it stands for what is added to each message. */
    static final String ALWAYS = "*";

    /** Below the folder {@code language}. */
    static final String FILE = "learnt.tsv";

    private static final double HUNDREDTHS = 100;

    /** The logarithm of the odds from which on it is heard; fewer than 1 in 100 usual messages that were kept from the learner are. */
    private static final double SURE = 1.5;

    /** A message of fewer signs is weighed as if it had so many. */
    private static final int FEW = 30;

    /** Words that are shown of a message: those that weigh most. */
    private static final int SHOWN = 8;

    /** Hears nothing. */
    static final LearntWords NONE = new LearntWords(Map.of());

    private static final double[] NOTHING = new double[LEVELS.size()];

    private final Map<String, double[]> weights;

    LearntWords(Map<String, double[]> weights) {
        this.weights = weights;
    }

    /** What was found, and where the words stand that weigh most for it. */
    record Heard(Level level, Span span) {}

    /** Reads {@code language/learnt.tsv} of the content folder; without it, nothing is heard. */
    static LearntWords read(Path content) {
        Path file = content.resolve("language").resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        Map<String, double[]> weights = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.startsWith("#")).forEach(line -> addTo(weights, line, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LearntWords(weights);
    }

    private static void addTo(Map<String, double[]> weights, String line, Path file) {
        String[] cells = line.split("\t", -1);
        try {
            double[] row = new double[LEVELS.size()];
            for (int level = 0; level < row.length; level++) {
                row[level] = Integer.parseInt(cells[level + 1]) / HUNDREDTHS;
            }
            weights.put(cells[0], row);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalStateException(
                    "%s: \"%s\" is not words and %d numbers, with tabs between".formatted(file, line, LEVELS.size()),
                    e);
        }
    }

    /** What these words call for; empty for nothing. */
    Optional<Heard> hear(Words words) {
        Map<String, Integer> signs = signs(words);
        double[] scores = scores(signs);
        int likeliest = 0;
        double odds = 0;
        for (int level = 0; level < scores.length; level++) {
            odds += Math.exp(scores[level]);
            likeliest = scores[level] > scores[likeliest] ? level : likeliest;
        }
        return weights.isEmpty() || Math.log(odds) < SURE
                ? Optional.empty()
                : Optional.of(new Heard(LEVELS.get(likeliest), heaviest(words, signs, likeliest)));
    }

    /** The words and pairs of neighbours of a message, each with the place where it stands first; an age or a date is no sign. */
    static Map<String, Integer> signs(Words words) {
        Map<String, Integer> signs = new LinkedHashMap<>();
        for (int at = 0; at < words.count(); at++) {
            if (isNumber(words.word(at))) {
                continue;
            }
            signs.putIfAbsent(words.word(at), at);
            if (at > 0 && !isNumber(words.word(at - 1))) {
                signs.putIfAbsent(words.word(at - 1) + " " + words.word(at), at);
            }
        }
        return signs;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** By this the sum of weights is divided: a long message weighs no more than a short one, and one of few words less. */
    static double root(Map<String, Integer> signs) {
        return Math.sqrt(Math.max(FEW, signs.size()));
    }

    /** For each level the logarithm of how much likelier it is than nothing. */
    private double[] scores(Map<String, Integer> signs) {
        double[] scores = weightsOf(ALWAYS).clone();
        double root = root(signs);
        for (String sign : signs.keySet()) {
            double[] weight = weightsOf(sign);
            for (int level = 0; level < scores.length; level++) {
                scores[level] += weight[level] / root;
            }
        }
        return scores;
    }

    private Span heaviest(Words words, Map<String, Integer> signs, int level) {
        double[] weighed = new double[words.count()];
        signs.forEach((sign, at) -> weighed[at] += weightsOf(sign)[level]);
        int length = Math.min(SHOWN, weighed.length);
        double heaviest = Double.NEGATIVE_INFINITY;
        int begin = 0;
        for (int from = 0; from + length <= weighed.length; from++) {
            double sum = 0;
            for (int at = from; at < from + length; at++) {
                sum += weighed[at];
            }
            if (sum > heaviest) {
                heaviest = sum;
                begin = from;
            }
        }
        return new Span(begin, begin + length);
    }

    private double[] weightsOf(String sign) {
        return weights.getOrDefault(sign, NOTHING);
    }
}

package org.foramen.base.screening;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;
import org.foramen.contract.Level;

/** Weighs the words of a message: it hears wordings that no phrase foresaw, and is asked only where no phrase found anything. */
final class LearntWords {

    /** What a message may call for beside nothing, in the order of the file's columns. */
    static final List<Level> LEVELS = List.of(Level.CALL_TODAY, Level.EMERGENCY, Level.CRISIS);

    /** Below the folder {@code language}. */
    static final String FILE = "learnt.tsv";

    /** The logarithm of the odds from which on it is heard; fewer than 1 in 100 usual messages that were kept from the learner are. */
    private static final double SURE = 1.5;

    /** Words that are shown of a message: those that weigh most. */
    private static final int SHOWN = 8;

    /** Hears nothing. */
    static final LearntWords NONE = new LearntWords(new WordWeights(Map.of(), LEVELS.size()));

    private final WordWeights weights;

    LearntWords(WordWeights weights) {
        this.weights = weights;
    }

    /** What was found, and where the words stand that weigh most for it. */
    record Heard(Level level, Span span) {}

    /** Reads {@code language/learnt.tsv} of the content folder; without it, nothing is heard. */
    static LearntWords read(Path content) {
        return new LearntWords(WordWeights.read(content, FILE, LEVELS.size()));
    }

    /** What these words call for; empty for nothing. */
    Optional<Heard> hear(Words words) {
        Map<String, Integer> signs = signs(words);
        double[] scores = weights.scores(signs.keySet());
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

    /** All of a message that is weighed. */
    static Map<String, Integer> signs(Words words) {
        return WordWeights.signs(words, 0, words.count());
    }

    private Span heaviest(Words words, Map<String, Integer> signs, int level) {
        double[] weighed = new double[words.count()];
        signs.forEach((sign, at) -> weighed[at] += weights.of(sign)[level]);
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
}

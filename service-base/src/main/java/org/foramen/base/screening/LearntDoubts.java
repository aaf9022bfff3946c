package org.foramen.base.screening;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.foramen.content.language.assertion.Assertions;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.file.Explanation;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/**
 * Weighs the words of the one sentence in which a sign stands: it hears that the sign is only spoken of, where no doubting word says
 * so. What is told of the present, timed now or claimed is never doubted by it.
 */
final class LearntDoubts {

    /** Below the folder {@code language}. */
    static final String FILE = "learnt-doubts.tsv";

    /** The one column of the file. */
    static final int SPOKEN_OF = 0;

    /** Stands for the question mark of a sentence. */
    private static final String QUESTION = "?";

    /** The logarithm of the odds from which on a sign is doubted: in eight folds 24 of 126 near-misses, and 6 of 4,293 urgent messages. */
    private static final double SURE = 1.0;

    /** Doubts nothing. */
    static final LearntDoubts NONE = new LearntDoubts(new WordWeights(Map.of(), 1));

    private final WordWeights weights;

    LearntDoubts(WordWeights weights) {
        this.weights = weights;
    }

    /** Reads {@code language/learnt-doubts.tsv} of the content folder; without it, nothing is doubted. */
    static LearntDoubts read(Path content) {
        return new LearntDoubts(WordWeights.read(content, FILE, 1));
    }

    /** Whether a sign that no word casts a doubt on is only spoken of all the same. */
    boolean doubts(Span sign, Reading reading) {
        return !weights.isEmpty()
                && weights.scores(signsBeside(sign, reading.words()).keySet())[SPOKEN_OF] >= SURE
                && !Assertions.isStated(sign, reading);
    }

    /** What is weighed of the sentence in which a sign stands. */
    static Map<String, Integer> signsBeside(Span sign, Words words) {
        int sentence = words.sentence(sign.from());
        Map<String, Integer> signs =
                WordWeights.signs(words, words.opening(sentence), Math.min(words.count(), words.opening(sentence + 1)));
        if (words.isQuestion(sentence)) {
            signs.put(QUESTION, words.opening(sentence));
        }
        return signs;
    }

    /** The word of the sentence that weighs most against the sign, as a doubt to show. */
    Explanation.Doubted explain(Span sign, Reading reading) {
        Map.Entry<String, Integer> heaviest = signsBeside(sign, reading.words()).entrySet().stream()
                .max(Comparator.comparingDouble(entry -> weights.of(entry.getKey())[SPOKEN_OF]))
                .orElseThrow();
        int last = heaviest.getValue();
        int first = heaviest.getKey().contains(" ") ? last - 1 : last;
        return new Explanation.Doubted(Doubt.HYPOTHETICAL, reading.quote(new Span(first, last + 1)), FILE);
    }
}

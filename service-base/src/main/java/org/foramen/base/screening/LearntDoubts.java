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
 * Weighs the words beside a sign, in its sentence and the two next to it: it hears that the sign is only spoken of, where no doubting
 * word says so. What is told of the present or timed now takes more, by its own sentence; what is claimed is never doubted by it.
 */
final class LearntDoubts {

    /** Below the folder {@code language}. */
    static final String FILE = "learnt-doubts.tsv";

    /** The one column of the file. */
    static final int SPOKEN_OF = 0;

    /** Stands for the question mark of a sentence. */
    private static final String QUESTION = "?";

    /** The logarithm of the odds from which on a sign is doubted: in eight folds 104 of 251 near-misses, 8 of 3,877 urgent ones. */
    private static final double SURE = 0.7;

    /** The same for what is told of the present, or timed now. */
    private static final double SURE_OF_STATED = 2.0;

    /** So many words on either side stand next to a sign. */
    private static final int NEXT_TO = 3;

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
        if (weights.isEmpty() || Assertions.isClaimed(sign, reading)) {
            return false;
        }
        boolean isStated = Assertions.isStated(sign, reading);
        double score = weights.scores(weighed(sign, isStated, reading.words()).keySet())[SPOKEN_OF];
        return score >= (isStated ? SURE_OF_STATED : SURE);
    }

    /** Of what is told of the present, its own sentence alone. */
    private static Map<String, Integer> weighed(Span sign, boolean isStated, Words words) {
        return isStated ? signsIn(sign, words) : signsBeside(sign, words);
    }

    /** What is weighed beside a sign: its sentence, the words next to it there, and the sentences on either side. */
    static Map<String, Integer> signsBeside(Span sign, Words words) {
        int sentence = words.sentence(sign.from());
        Map<String, Integer> signs = signsIn(sign, words);
        addMarked("<<", words, words.opening(Math.max(0, sentence - 1)), words.opening(sentence), signs);
        addMarked(">>", words, words.opening(sentence + 1), words.opening(sentence + 2), signs);
        return signs;
    }

    private static Map<String, Integer> signsIn(Span sign, Words words) {
        int sentence = words.sentence(sign.from());
        int opening = words.opening(sentence);
        int end = words.opening(sentence + 1);
        Map<String, Integer> signs = WordWeights.signs(words, opening, end);
        if (words.isQuestion(sentence)) {
            signs.put(QUESTION, opening);
        }
        addMarked("<", words, Math.max(opening, sign.from() - NEXT_TO), sign.from(), signs);
        addMarked(">", words, sign.to(), Math.min(end, sign.to() + NEXT_TO), signs);
        return signs;
    }

    private static void addMarked(String mark, Words words, int from, int to, Map<String, Integer> signs) {
        WordWeights.signs(words, from, to).forEach((sign, at) -> signs.put(mark + sign, at));
    }

    /** The word of the sentence that weighs most against the sign, as a doubt to show. */
    Explanation.Doubted explain(Span sign, Reading reading) {
        boolean isStated = Assertions.isStated(sign, reading);
        Map.Entry<String, Integer> heaviest = weighed(sign, isStated, reading.words()).entrySet().stream()
                .max(Comparator.comparingDouble(entry -> weights.of(entry.getKey())[SPOKEN_OF]))
                .orElseThrow();
        int last = heaviest.getValue();
        int first = heaviest.getKey().contains(" ") ? last - 1 : last;
        return new Explanation.Doubted(Doubt.HYPOTHETICAL, reading.quote(new Span(first, last + 1)), FILE);
    }
}

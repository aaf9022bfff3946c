package org.foramen.content.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * How hard a text is to read, by the counts that all the usual formulas rest on.
 *
 * @param longWords words of three and more syllables
 */
public record Readability(int sentences, int words, int syllables, int longWords) {

    private static final double MOST_WORDS_PER_SENTENCE = 12;
    private static final double MOST_GRADE = 6;
    private static final double MOST_SMOG = 8;
    private static final double LEAST_EASE = 70;
    private static final double LEAST_INFLESZ = 65;

    /** Measures a plain text in English or Spanish; in another language only the length of sentences means something. */
    public static Readability of(String text, String language) {
        ToIntFunction<String> syllablesOf = isSpanish(language) ? SpanishSyllables::of : EnglishSyllables::of;
        List<String> sentences = Prose.sentences(text);
        int words = 0;
        int syllables = 0;
        int longWords = 0;
        for (String sentence : sentences) {
            for (String word : Prose.words(sentence)) {
                int count = syllablesOf.applyAsInt(word);
                words++;
                syllables += count;
                longWords += count >= 3 ? 1 : 0;
            }
        }
        return new Readability(sentences.size(), words, syllables, longWords);
    }

    public double wordsPerSentence() {
        return (double) words / sentences;
    }

    /** The Flesch-Kincaid grade: years of school that English text asks for. */
    public double grade() {
        return 0.39 * wordsPerSentence() + 11.8 * syllablesPerWord() - 15.59;
    }

    /** SMOG, a grade too; stricter about long words. */
    public double smog() {
        return 1.043 * Math.sqrt(longWords * 30.0 / sentences) + 3.1291;
    }

    /** Flesch's reading ease, to 100 for the easiest English. */
    public double readingEase() {
        return 206.835 - 1.015 * wordsPerSentence() - 84.6 * syllablesPerWord();
    }

    /** The INFLESZ scale for Spanish (Szigriszt-Pazos): above 65 is fairly easy. */
    public double inflesz() {
        return 206.835 - 62.3 * syllablesPerWord() - wordsPerSentence();
    }

    /** What is too hard about it, a sentence each with the figure; empty when it reads well. */
    public List<String> problems(String language) {
        List<String> problems = new ArrayList<>();
        if (sentences == 0) {
            problems.add("it has no whole sentence");
            return problems;
        }
        most(problems, "words per sentence", wordsPerSentence(), MOST_WORDS_PER_SENTENCE);
        if (isSpanish(language)) {
            least(problems, "INFLESZ reading ease", inflesz(), LEAST_INFLESZ);
        } else if (language.startsWith("en")) {
            most(problems, "Flesch-Kincaid grade", grade(), MOST_GRADE);
            most(problems, "SMOG grade", smog(), MOST_SMOG);
            least(problems, "Flesch reading ease", readingEase(), LEAST_EASE);
        }
        return problems;
    }

    private double syllablesPerWord() {
        return (double) syllables / words;
    }

    private static void most(List<String> problems, String what, double figure, double most) {
        if (figure > most) {
            problems.add(String.format(Locale.ROOT, "%s %.1f, at most %.0f is meant", what, figure, most));
        }
    }

    private static void least(List<String> problems, String what, double figure, double least) {
        if (figure < least) {
            problems.add(String.format(Locale.ROOT, "%s %.1f, at least %.0f is meant", what, figure, least));
        }
    }

    private static boolean isSpanish(String language) {
        return language.startsWith("es");
    }
}

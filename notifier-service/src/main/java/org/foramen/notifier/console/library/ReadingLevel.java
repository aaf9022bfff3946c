package org.foramen.notifier.console.library;

import java.util.List;
import java.util.Locale;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.readability.Readability;

/**
 * How hard a handout is to read.
 *
 * @param figures such as {@code grade 5.1, 8.2 words per sentence}
 * @param problems what is too hard about it, a sentence each; empty when it reads well
 */
record ReadingLevel(String figures, List<String> problems) {

    ReadingLevel {
        problems = List.copyOf(problems);
    }

    static ReadingLevel of(EducationSummary handout) {
        String language = handout.language();
        Readability read = Readability.of(handout.text(), language);
        String scale = scale(read, language);
        String figures = String.format(Locale.US, "%s%.1f words per sentence", scale, read.wordsPerSentence());
        return new ReadingLevel(figures, read.problems(language));
    }

    private static String scale(Readability read, String language) {
        if (language.startsWith("en")) {
            return String.format(Locale.US, "grade %.1f, ", read.grade());
        }
        return language.startsWith("es") ? String.format(Locale.US, "INFLESZ %.0f, ", read.inflesz()) : "";
    }
}

package org.foramen.notifier.console;

import java.util.Locale;
import java.util.regex.Pattern;
import org.foramen.content.EducationSummary;

/** How hard a handout is to read, in words. */
final class ReadingLevel {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:](\\s|$)|\\n\\n");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

    private ReadingLevel() {}

    /** Such as {@code 9.8 words per sentence, 612 words}. */
    static String of(EducationSummary handout) {
        String text = handout.text();
        long words = WORD.matcher(text).results().count();
        long sentences = SENTENCE_END
                .splitAsStream(text)
                .filter(part -> WORD.matcher(part).find())
                .count();
        return String.format(Locale.US, "%.1f words per sentence, %d words", (double) words / sentences, words);
    }
}

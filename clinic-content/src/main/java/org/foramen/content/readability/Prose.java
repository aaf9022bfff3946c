package org.foramen.content.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A plain text as sentences. Headings do not count, and the points of a list belong to the sentence that leads to them, so
 * that nobody makes a text look easier by chopping it up.
 */
final class Prose {

    private static final Pattern POINT = Pattern.compile("^\\s*(?:[-*•]|\\d+[.)])\\s+");
    private static final Pattern ENDED = Pattern.compile("[.!?][\"”’)]*$");
    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(Dr|Dra|Sr|Sra|Mr|Mrs|Ms|St|vs|e\\.g|i\\.e|a\\.m|p\\.m|No)\\.");
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.!?])[\"”’)]*\\s+(?=[\"“(]?[A-Z0-9ÁÉÍÓÚÑ¿¡])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}0-9]+(?:[’'\\-][\\p{L}0-9]+)*");

    private Prose() {}

    static List<String> sentences(String text) {
        return blocks(text).stream().flatMap(Prose::sentencesOfBlock).toList();
    }

    static List<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(MatchResult::group).toList();
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        for (String line : text.split("\\R+")) {
            boolean isPoint = POINT.matcher(line).find();
            String words = POINT.matcher(line).replaceFirst("").strip();
            if (words.isEmpty()) {
                continue;
            }
            boolean ended = isEnded(words);
            int last = blocks.size() - 1;
            if (isPoint && !ended && last >= 0 && !isEnded(blocks.get(last))) {
                String lead = blocks.get(last);
                blocks.set(last, lead + (lead.endsWith(":") ? " " : ", ") + words);
            } else if (isPoint || ended || words.endsWith(":")) {
                blocks.add(words);
            }
        }
        return blocks;
    }

    private static Stream<String> sentencesOfBlock(String block) {
        String safe =
                ABBREVIATION.matcher(block).replaceAll(found -> found.group().replace('.', '\u0001'));
        return NEXT_SENTENCE.splitAsStream(safe).filter(sentence -> !words(sentence)
                .isEmpty());
    }

    private static boolean isEnded(String line) {
        return ENDED.matcher(line).find();
    }
}

package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The handout about foraminotomy says each fact of the clinic's page, contradicts none, and adds no number. */
class FactsTests {

    private static final ClinicContent CONTENT = ClinicContent.load(ContentCopy.ORIGINAL);
    private static final Pattern POINT = Pattern.compile("^\\s*(?:[-*•]|\\d+[.)])\\s+");
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.!?])[\"')]*\\s+(?=[\"'(¿¡]?[A-ZÁÉÍÓÚÑ0-9])");
    private static final Set<String> NUMBERS = Set.of("310", "423", "9716", "911", "988", "2"); // 2: for Spanish at 988

    /** One fact, by patterns of words: any list of them, all of which stand close together. */
    record Fact(String id, String fact, List<List<String>> en, List<List<String>> es, List<String> never) {}

    @Test
    void thereAreFiftySixFacts() {
        assertThat(facts()).hasSize(56);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyFactIsSaidAndNoneContradicted(String language) {
        String text = plain(handout(language));
        List<String> passages = passages(text);

        assertThat(facts()).allSatisfy(fact -> {
            List<List<String>> ways = language.equals("en") ? fact.en() : fact.es();
            assertThat(passages).as(fact.id() + " " + fact.fact()).anyMatch(passage -> ways.stream()
                    .anyMatch(way -> way.stream().allMatch(word -> found(word, passage))));
            assertThat(fact.never()).as(fact.id()).noneMatch(word -> found(word, text));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noNumberIsAdded(String language) {
        String withoutListNumbers = handout(language).replaceAll("(?m)^\\s*\\d+[.)]\\s", "");

        assertThat(Pattern.compile("\\d+(?:[.,]\\d+)?%?")
                        .matcher(withoutListNumbers)
                        .results()
                        .map(MatchResult::group))
                .isSubsetOf(NUMBERS);
    }

    private static boolean found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** Sentences, neighbours, and points of a list with what leads to them. */
    private static List<String> passages(String text) {
        List<String> passages = new ArrayList<>();
        String heading = "";
        String lead = "";
        for (String raw : text.split("\\R+")) {
            boolean isPoint = POINT.matcher(raw).find();
            String line = POINT.matcher(raw).replaceFirst("").strip();
            boolean isShort = line.split("\\s+").length <= 9;
            if (line.isEmpty()) {
                continue;
            }
            if (!isPoint && isShort && !line.matches(".*[.!:]")) {
                heading = line;
                lead = "";
                passages.add(line);
                continue;
            }
            String previous = "";
            for (String sentence : NEXT_SENTENCE.split(line)) {
                passages.add(sentence);
                passages.add(previous + " " + sentence);
                passages.add(isPoint ? heading + " | " + lead + " | " + sentence : heading + " | " + sentence);
                previous = sentence;
            }
            if (!isPoint || line.endsWith(":")) {
                lead = line.endsWith(":") ? line : "";
            }
        }
        return passages;
    }

    private static String plain(String text) {
        return text.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"");
    }

    private static String handout(String language) {
        return CONTENT.library().find("foraminotomy", language).orElseThrow().text();
    }

    private static List<Fact> facts() {
        try (InputStream file = FactsTests.class.getResourceAsStream("foraminotomy-facts.json")) {
            return List.of(JsonMapper.shared().readValue(file, Fact[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

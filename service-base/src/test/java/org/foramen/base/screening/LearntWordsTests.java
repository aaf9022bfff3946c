package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foramen.content.language.text.WordReader;
import org.foramen.content.language.text.Words;
import org.foramen.contract.Level;
import org.foramen.inquiries.LabelledInquiries;
import org.foramen.inquiries.LabelledInquiries.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the labelled messages teach, and what is heard by it that no phrase finds. */
class LearntWordsTests {

    private static final Path CONTENT = Path.of("../content");
    private static final Path FILE = CONTENT.resolve("language/learnt.tsv");
    private static final RedFlags RED_FLAGS = RedFlags.load(CONTENT);
    private static final RedFlags PHRASES = RedFlags.ofPhrases(CONTENT);
    private static final WordReader READER = new WordReader();

    @TempDir
    Path folder;

    /** With {@code -Dforamen.learn=true} it writes them. */
    @Test
    void theWeightsAreThoseThatTheLabelledMessagesTeach() throws IOException {
        LearntFile.assertHolds(FILE, learn());
    }

    /** The learner has not seen their wording; who writes the phrases had not either when they were first counted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "twenty-fourth-flags",
                "twenty-eighth-flags",
                "twenty-ninth-flags",
                "thirtieth-flags",
                "thirty-fourth-flags",
                "thirty-eighth-flags"
            })
    void ofEmergenciesThatNobodyLearntFromOneInTwentyIsMissedAtMost(String set) {
        List<Labelled> emergencies = LabelledInquiries.read(set).stream()
                .filter(inquiry -> "emergency".equals(inquiry.kind()))
                .toList();
        assertThat(emergencies)
                .filteredOn(inquiry -> !RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(emergencies.size() / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"twenty-fourth", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-fourth", "thirty-eighth"})
    void ofUsualMessagesThatNobodyLearntFromOneInAHundredIsMarkedAtMost(String set) {
        List<Labelled> usual = LabelledInquiries.read(set);
        assertThat(usual)
                .filteredOn(inquiry -> RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(usual.size() / 100);
    }

    @Test
    void whereASignIsFoundAndNotBelievedNothingElseIsHeard() {
        String leaflet = "The leaflet mentions weakness in both legs, fever and blood clots.";

        assertThat(LearntWords.read(CONTENT).hear(words(leaflet))).isPresent();
        assertThat(RED_FLAGS.screen(leaflet).findings()).isEmpty();
    }

    @Test
    void whoTriesASentenceSeesWhichWordsWeighMost() {
        String foreseen = "I cannot pee since last night and my back hurts.";
        String unforeseen = LabelledInquiries.read("twenty-eighth-flags").stream()
                .map(Labelled::message)
                .filter(message -> !PHRASES.screen(message).urgent())
                .filter(message -> RED_FLAGS.screen(message).urgent())
                .findFirst()
                .orElseThrow();

        assertThat(RED_FLAGS.explain(unforeseen))
                .filteredOn(found -> found.line().equals("learnt.tsv"))
                .singleElement()
                .satisfies(found -> assertThat(unforeseen).contains(found.words()));
        assertThat(RED_FLAGS.explain(foreseen)).isNotEmpty().noneMatch(found -> found.line()
                .equals("learnt.tsv"));
    }

    @Test
    void withoutAFileNothingIsHeard() {
        assertThat(LearntWords.read(folder).hear(words("I cannot feel my legs")))
                .isEmpty();
    }

    @Test
    void aMessageWithoutWordsCallsForNothing() {
        assertThat(LearntWords.read(CONTENT).hear(words("?!"))).isEmpty();
    }

    @Test
    void theLevelIsTheLikeliestAndTheWordsAreThoseThatWeighMost() {
        LearntWords learnt = new LearntWords(new WordWeights(
                Map.of(
                        WordWeights.ALWAYS,
                        new double[] {-3, -3, -9},
                        "wobbly",
                        new double[] {8, 30, 0},
                        "wobbly since",
                        new double[] {0, 9, 0}),
                LearntWords.LEVELS.size()));
        Words words = words(
                "Good day to all of you at the clinic, I write for I am wobbly since I woke up on Monday and fell");

        assertThat(learnt.hear(words)).hasValueSatisfying(heard -> {
            assertThat(heard.level()).isEqualTo(Level.EMERGENCY);
            assertThat(words.quote(heard.span())).contains("wobbly since");
        });
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("language"));
        Files.writeString(folder.resolve("language/learnt.tsv"), "# made\nlegs\t3\n");

        assertThatThrownBy(() -> LearntWords.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("learnt.tsv")
                .hasMessageContaining("legs");
    }

    private static Map<String, int[]> learn() {
        List<WordLearner.Example> examples = LabelledInquiries.READ.stream()
                .flatMap(set -> LabelledInquiries.read(set).stream())
                .map(inquiry -> new WordLearner.Example(
                        LearntWords.signs(words(inquiry.message())).keySet(),
                        LearntWords.LEVELS.indexOf(level(inquiry))))
                .toList();
        return new WordLearner(LearntWords.LEVELS.size()).learn(examples);
    }

    /** Where a set tells only that it is urgent, the phrases that were mended on it tell how. */
    private static Level level(Labelled inquiry) {
        if (!inquiry.urgent()) {
            return Level.USUAL;
        }
        String kind = inquiry.kind() == null ? "" : inquiry.kind();
        if (kind.startsWith("crisis")) {
            return Level.CRISIS;
        }
        if (kind.endsWith("today")) {
            return Level.CALL_TODAY;
        }
        Level found = PHRASES.screen(inquiry.message()).level();
        return kind.equals("emergency") || found == Level.USUAL ? Level.EMERGENCY : found;
    }

    private static Words words(String message) {
        return READER.words(message);
    }
}

package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.contract.Level;
import org.foramen.inquiries.LabelledInquiries;
import org.foramen.inquiries.LabelledInquiries.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What labelled messages teach of sentences that only speak of a sign, and that no sign which is told is lost by it. */
class LearntDoubtsTests {

    private static final Path CONTENT = Path.of("../content");
    private static final Path FILE = CONTENT.resolve("language").resolve(LearntDoubts.FILE);
    private static final RedFlags RED_FLAGS = RedFlags.load(CONTENT);
    private static final RedFlags PHRASES = RedFlags.ofPhrases(CONTENT);

    /** Each so many letters one is tried; all of them would take a minute. */
    private static final int ONE_IN = 7;

    /** With {@code -Dforamen.learn=true} it writes them. */
    @Test
    void theWeightsAreThoseThatTheLabelledMessagesTeach() throws IOException {
        LearntFile.assertHolds(FILE, learn());
    }

    @Test
    void noUrgentMessageThatAPhraseMarksIsDoubted() {
        assertThat(labelled().filter(Labelled::urgent).filter(inquiry -> isDoubted(inquiry.message())))
                .isEmpty();
    }

    @Test
    void aThirdOfWhatPhrasesMarkWronglyIsNotMarked() {
        List<Labelled> marked = labelled()
                .filter(inquiry -> !inquiry.urgent())
                .filter(inquiry -> PHRASES.screen(inquiry.message()).urgent())
                .toList();

        assertThat(marked).filteredOn(inquiry -> isDoubted(inquiry.message())).hasSizeGreaterThan(marked.size() / 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have chest pain.",
                "I can't pee.",
                "I lost control of my bladder this morning.",
                "Both my legs are weak.",
                "Tengo dolor de pecho.",
                "No puedo orinar.",
                "Anoche perdí el control de la vejiga."
            })
    void whatIsToldOfThePresentIsMarkedBehindAndBeforeAnyLetter(String sign) {
        assertThat(labelled()
                        .filter(inquiry -> !inquiry.urgent())
                        .map(Labelled::message)
                        .filter(letter -> letter.length() % ONE_IN == 0)
                        .flatMap(letter -> Stream.of(letter + "\n\n" + sign, sign + " " + letter))
                        .filter(LearntDoubtsTests::isDoubted))
                .isEmpty();
    }

    @Test
    void aWishToDieIsNeverDoubted() {
        assertThat(labelled()
                        .map(Labelled::message)
                        .filter(message -> PHRASES.screen(message).level() == Level.CRISIS)
                        .filter(message -> RED_FLAGS.screen(message).level() != Level.CRISIS))
                .isEmpty();
    }

    @Test
    void whoTriesASentenceSeesTheWordsThatWeighMost() {
        String doubted = labelled()
                .map(Labelled::message)
                .filter(LearntDoubtsTests::isDoubted)
                .findFirst()
                .orElseThrow();

        assertThat(RED_FLAGS.explain(doubted))
                .flatExtracting(found -> found.doubts())
                .filteredOn(doubt -> doubt.line().equals(LearntDoubts.FILE))
                .isNotEmpty()
                .allSatisfy(doubt -> assertThat(doubted).contains(doubt.words()));
    }

    /** Whether a phrase marks it, and nothing does once the words are weighed. */
    private static boolean isDoubted(String message) {
        return PHRASES.screen(message).urgent() && !RED_FLAGS.screen(message).urgent();
    }

    private static Stream<Labelled> labelled() {
        return LabelledInquiries.ALL.stream().flatMap(set -> LabelledInquiries.read(set).stream());
    }

    private static Map<String, int[]> learn() {
        SignExamples examples = new SignExamples(CONTENT);
        return new WordLearner(1).learn(labelled().flatMap(examples::in).toList());
    }
}

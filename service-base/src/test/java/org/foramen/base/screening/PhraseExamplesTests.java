package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.foramen.content.language.file.PhraseExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries each list of {@code language/screening} and {@code language/senders} on the examples beside it. */
class PhraseExamplesTests {

    private static final Path CONTENT = Path.of("../content");

    static Stream<PhraseExamples> examples() {
        return Stream.of(RedFlags.examples(CONTENT), Senders.examples(CONTENT));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachListFindsItsExamplesAndLeavesTheOthers(PhraseExamples examples) {
        assertThat(examples.failing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachPhraseHasAnExample(PhraseExamples examples) {
        assertThat(examples.unexercised()).isEmpty();
    }
}

package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.language.PhraseExamples;
import org.junit.jupiter.api.Test;

/** Tries each list of {@code language/screening} on the examples beside it. */
class PhraseExamplesTests {

    private final PhraseExamples examples = RedFlags.examples(Path.of("../content"));

    @Test
    void eachListFindsItsExamplesAndLeavesTheOthers() {
        assertThat(examples.failing()).isEmpty();
    }

    @Test
    void eachPhraseHasAnExample() {
        assertThat(examples.unexercised()).isEmpty();
    }
}

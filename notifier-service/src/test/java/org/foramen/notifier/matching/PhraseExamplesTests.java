package org.foramen.notifier.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.language.file.PhraseExamples;
import org.foramen.inquiries.LabelledInquiries;
import org.junit.jupiter.api.Test;

/** Tries each list of {@code language/matching} on the examples beside it. */
class PhraseExamplesTests {

    private final PhraseExamples examples = ProcedureMatcher.examples(Path.of("../content"), LabelledInquiries.NAMES);

    @Test
    void eachListFindsItsExamplesAndLeavesTheOthers() {
        assertThat(examples.failing()).isEmpty();
    }

    @Test
    void eachPhraseHasAnExample() {
        assertThat(examples.unexercised()).isEmpty();
    }
}

package org.foramen.notifier.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.content.language.AssertionSayings;
import org.foramen.content.language.PhraseExamples;
import org.foramen.content.language.PhraseFile;
import org.foramen.inquiries.LabelledInquiries;
import org.junit.jupiter.api.Test;

/** Tries each list of {@code language/matching} on the examples beside it. */
class PhraseExamplesTests {

    private static final Path LANGUAGE = Path.of("../content/language");

    private final AssertionSayings shared = PhraseFile.read(LANGUAGE.resolve("doubts"), AssertionSayings.class);

    private final PhraseExamples examples = new PhraseExamples(
            PhraseFile.read(LANGUAGE.resolve("matching"), MatchingFile.class).lists(shared, LabelledInquiries.NAMES));

    @Test
    void eachListFindsItsExamplesAndLeavesTheOthers() {
        assertThat(examples.failing()).isEmpty();
    }

    @Test
    void noMorePhrasesAreWithoutAnExample() {
        assertThat(examples.unexercised()).hasSizeLessThanOrEqualTo(781);
    }
}

package org.foramen.notifier.console.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.foramen.base.screening.RedFlags;
import org.foramen.inquiries.LabelledInquiries;
import org.foramen.notifier.console.library.SentenceRead.Row;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceReadTests {

    private static final Path CONTENT = Path.of("../content");

    private static final RedFlags RED_FLAGS = RedFlags.load(CONTENT);

    private static final ProcedureMatcher MATCHER = ProcedureMatcher.load(CONTENT, LabelledInquiries.NAMES);

    @Test
    void whatCountsIsShownWithTheLineThatFoundIt() {
        SentenceRead read = read("My husband can't pee since last night");

        assertThat(read.marks()).containsExactly("urinary retention (emergency)");
        assertThat(read.rows())
                .filteredOn(row -> row.what().equals("cannot pee"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.words()).isEqualTo("can't pee");
                    assertThat(row.line()).matches("screening/cannot-pee/en\\.yml:\\d+");
                    assertThat(row.why()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "I have no fever and my back hurts | denied: “no” (doubts/denied/en.yml:",
                "No puedo decir que sea urgente, nunca perdí el control de la vejiga | denied: “nunca” (doubts/denied/es.yml:",
                "I had foot drop in 2011 | past, or the same for long: “in 2011” (doubts/past/en.yml:",
                "My foot drop has been the same for ten years | past, or the same for long: “for ten years” (doubts/past/en.yml:",
                "What if I lose control of my bladder? | only supposed: “What if” (doubts/hypothetical/en.yml:",
                "My friend developed a foot drop | of another person, a pet or business: “friend developed”",
                "My dog can't move his legs | of another person, a pet or business: “My dog” (screening/senders/en.yml:",
            })
    void whatDoesNotCountSaysWhyAndByWhichLine(String sentence, String why) {
        SentenceRead read = read(sentence);

        assertThat(read.marks()).isEmpty();
        assertThat(read.rows()).extracting(Row::why).anySatisfy(shown -> assertThat(shown)
                .contains(why));
    }

    @Test
    void proceduresAndBusinessAreShownToo() {
        assertThat(read("I do not want a spinal fusion, I want a foraminotomy").rows())
                .extracting(Row::what, row -> row.why().isEmpty())
                .contains(tuple("spinal fusion names", false), tuple("foraminotomy names", true));
        assertThat(read("Ofrecemos servicios de limpieza").rows())
                .extracting(Row::line)
                .anyMatch(line -> line.startsWith("senders/business/es.yml:"));
    }

    private static SentenceRead read(String sentence) {
        return SentenceRead.of(sentence, RED_FLAGS, MATCHER);
    }
}

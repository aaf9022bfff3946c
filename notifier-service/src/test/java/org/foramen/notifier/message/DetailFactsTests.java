package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.Treatment;
import org.foramen.notifier.message.layout.FactTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the front desk reads of the choices on the form. */
class DetailFactsTests {

    @Test
    void eachChoiceIsALineInPlainWords() {
        Details details = new Details(
                HowLong.LONGER,
                Imaging.UNSURE,
                List.of(Treatment.MEDICINE, Treatment.PHYSICAL_THERAPY, Treatment.OTHER),
                BestTime.AFTERNOON,
                null,
                null);

        assertThat(lines(details))
                .containsExactly(
                        "Best time to call: in the afternoon",
                        "Has had it for: more than a year",
                        "Has scans: not sure",
                        "Has tried: medicine, physical therapy, something else");
    }

    @Test
    void whatWasNotToldHasNoLine() {
        assertThat(lines(null)).isEmpty();
        assertThat(lines(new Details(null, null, List.of(), null, null, null))).isEmpty();
        assertThat(lines(new Details(null, Imaging.NO, List.of(), null, null, null)))
                .containsExactly("Has scans: no");
    }

    @ParameterizedTest
    @CsvSource({"WEEKS, weeks", "MONTHS, months", "YEAR, about a year"})
    void howLongIsSaidAsPeopleSayIt(HowLong chosen, String words) {
        assertThat(lines(new Details(chosen, null, List.of(), null, null, null)))
                .containsExactly("Has had it for: " + words);
    }

    @ParameterizedTest
    @CsvSource({"MORNING, in the morning", "ANY, any time"})
    void theBestTimeIsSaidAsPeopleSayIt(BestTime chosen, String words) {
        assertThat(lines(new Details(null, null, List.of(), chosen, null, null)))
                .containsExactly("Best time to call: " + words);
    }

    @Test
    void everyTreatmentHasWordsOfItsOwn() {
        List<String> words = Stream.of(Treatment.values())
                .flatMap(tried -> lines(new Details(null, null, List.of(tried), null, null, null)).stream())
                .toList();

        assertThat(words)
                .containsExactly(
                        "Has tried: medicine",
                        "Has tried: physical therapy",
                        "Has tried: injections",
                        "Has tried: surgery",
                        "Has tried: something else");
    }

    private static List<String> lines(Details details) {
        FactTable facts = new FactTable();
        DetailFacts.addTo(facts, details);
        return facts.text().lines().toList();
    }
}

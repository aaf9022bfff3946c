package org.foramen.content.language.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foramen.content.language.file.PhraseFile;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.phrase.Sayings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words around a finding do to it; the finding is always "numb". */
class AssertionsTests {

    private static final Phrasebook BOOK = book();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
			I am numb                                        |
			I am not numb                                    | DENIED
			no pain, swelling or numb feet                   | DENIED
			no answer from them, with both of the feet numb  |
			no pain but numb                                 |
			no pain, I am numb                               |
			numb? No.                                        | DENIED
			I no longer feel it, numb                        |
			years ago I was numb                             | PAST
			In 2009, I was numb                              | PAST
			years ago I was well, I am numb                  |
			numb last spring but it resolved                 | PAST
			years ago and again since yesterday numb         |
			what if I go numb                                | HYPOTHETICAL
			I am worried about getting numb                  | HYPOTHETICAL
			I am worried about the numb spot                 |
			my neighbor became numb                          | SOMEONE_ELSE
			no estoy numb                                    | DENIED
			hace años estuve numb                            | PAST
			qué pasa si quedo numb                           | HYPOTHETICAL
			mi vecino quedó numb                             | SOMEONE_ELSE
			""")
    void theWordsAroundAFindingCastDoubtOnIt(String message, Doubt doubt) {
        Reading reading = BOOK.read(message);
        assertThat(Assertions.doubts(reading.find("finding").get(0), reading))
                .isEqualTo((doubt != null) ? Set.of(doubt) : Set.of());
    }

    private static Phrasebook book() {
        Map<String, Sayings> lists = new HashMap<>(Map.of("finding", Sayings.of(List.of("numb"))));
        PhraseFile.read(Path.of("../content/language/doubts"), AssertionSayings.class)
                .addTo(lists);
        return new Phrasebook(lists);
    }
}

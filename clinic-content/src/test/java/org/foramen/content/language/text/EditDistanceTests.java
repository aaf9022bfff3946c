package org.foramen.content.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many slips lie between a word typed and the one that was meant. */
class EditDistanceTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
			laminectomy,   0
			lamanectomy,   1
			laminctomy,    1
			lamminectomy,  1
			lamienctomy,   1
			laminectomys,  1
			laminectmoi,   2
			alminectoymy,  2
			lmianecotmy,   3
			laminoplasty,  6
			laminec,       4
			'',            11
			""")
    void aLetterWrongOrMissingOrTooManyOrTwoSwappedIsASlip(String typed, int slips) {
        assertThat(EditDistance.within(slips, typed, "laminectomy")).isTrue();
        assertThat(EditDistance.within(slips - 1, typed, "laminectomy")).isFalse();
    }
}

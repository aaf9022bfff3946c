package org.foramen.content.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a sentence, and what only looks like it. */
class BoundaryTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
			' ',       NONE
			'-',       NONE
			' - ',     CLAUSE
			', ',      CLAUSE
			': ',      CLAUSE
			'. ',      SENTENCE
			'! ',      SENTENCE
			'; ',      SENTENCE
			'?',       QUESTION
			'?! ',     QUESTION
			'... ',    NONE
			'…',      NONE
			' . . ',   NONE
			'\\n',      NONE
			',\\r\\n',   CLAUSE
			'\\n\\n',    SENTENCE
			'\\n \\n',   SENTENCE
			'.\\n',     SENTENCE
			':\\n',     SENTENCE
			'\\n- ',    SENTENCE
			'\\n * ',   SENTENCE
			'...\\n\\n', SENTENCE
			""")
    void onlyAPointOrABlankLineOrABulletEndsASentence(String between, Boundary boundary) {
        String text = "a" + between.translateEscapes() + "b";
        assertThat(Boundary.in(text, 1, text.length() - 1)).isEqualTo(boundary);
    }
}

package org.foramen.content.readability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of two short texts, as a second program that knows the whole dictionary counted them. */
class ReadabilityTests {

    private static final Offset<Double> ROUNDED = within(0.005);

    private static final String ENGLISH =
            """
            Understanding your operation

            Your surgeon makes the foramen wider. This relieves the nerve's pressure, and it isn't unusual for pain to improve quickly. Dr. Kim's office opens at 9 a.m. on weekdays!

            You may need:

            - a soft collar
            - physical therapy
            - someone to drive you

            1. Call us first.
            2. Bring 2 scans, well-labelled ones.

            Is anesthesia necessary? Yes. Foraminotomies and radiculopathies are complicated.
            """;

    private static final String SPANISH =
            """
            Su operación

            El cirujano ensancha el agujero por donde sale el nervio. Así se quita la presión que causa el dolor. Hable con el Dr. Kim. ¿Tiene preguntas? Llámenos a cualquier hora.

            Puede necesitar:

            - un collar suave
            - terapia física
            - alguien que lo lleve a su país en 2 días

            La anestesia actúa rápido y usted duerme.
            """;

    @Test
    void englishIsMeasuredByGradesAndByEase() {
        Readability text = Readability.of(ENGLISH, "en");

        assertThat(text).isEqualTo(new Readability(9, 59, 102, 10));
        assertThat(text.wordsPerSentence()).isCloseTo(6.56, ROUNDED);
        assertThat(text.grade()).isCloseTo(7.37, ROUNDED);
        assertThat(text.smog()).isCloseTo(9.15, ROUNDED);
        assertThat(text.readingEase()).isCloseTo(53.92, ROUNDED);
    }

    @Test
    void spanishIsMeasuredByItsOwnScale() {
        Readability text = Readability.of(SPANISH, "es");

        assertThat(text.wordsPerSentence()).isCloseTo(7.71, ROUNDED);
        assertThat(text.inflesz()).isCloseTo(82.60, ROUNDED);
        assertThat(text.problems("es")).isEmpty();
    }

    @Test
    void choppingASentenceIntoPointsDoesNotMakeItEasier() {
        String whole = "You may need a soft collar, physical therapy, someone to drive you.";
        String chopped = "You may need:\n- a soft collar\n- physical therapy\n- someone to drive you\n";

        assertThat(Readability.of(chopped, "en").sentences())
                .isEqualTo(Readability.of(whole, "en").sentences());
        assertThat(Readability.of(chopped, "en").words())
                .isEqualTo(Readability.of(whole, "en").words());
    }

    @Test
    void aTextWithoutSentencesIsNotEasy() {
        assertThat(Readability.of("A heading\n\nAnother heading", "en").problems("en"))
                .containsExactly("it has no whole sentence");
    }

    @ParameterizedTest
    @CsvSource({
        "foraminotomy, 6",
        "vertebrae, 3",
        "surgeon's, 2",
        "ice, 1",
        "people, 2",
        "numbness, 2",
        "well-known, 2",
        "310, 1",
        "unheardofword, 4"
    })
    void englishSyllablesAreCounted(String word, int syllables) {
        assertThat(EnglishSyllables.of(word)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({"cirugía, 4", "quien, 1", "guía, 2", "columna, 3", "muy, 1", "ahora, 3", "médico-cirujano, 7"})
    void spanishSyllablesAreCounted(String word, int syllables) {
        assertThat(SpanishSyllables.of(word)).isEqualTo(syllables);
    }
}

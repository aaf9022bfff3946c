package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.contract.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedFlagsTests {

    private static final RedFlags RED_FLAGS = RedFlags.load(Path.of("../content"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
			saddle-numbness         | I'm numb where you sit on a bike seat
			urinary-retention       | no puedo orinar desde ayer
			loss-of-control         | she lost control of her bowels
			both-legs               | both legs are weak since Monday
			foot-drop               | my left foot started slapping two days ago
			cord-pressure           | I drop things and walk like I'm drunk
			infection-after-surgery | fever and chills 4 days after my laminectomy
			clot-after-surgery      | my calf is swollen and hurts since the fusion on Friday
			fever-with-spine-pain   | high fever and back pain, I'm a diabetic
			injury                  | me caí de una escalera ayer y me duele el cuello
			cancer                  | history of breast cancer, new back pain at night
			self-harm               | ya no quiero vivir
			""")
    void eachEmergencyIsFound(String flag, String message) {
        assertThat(RED_FLAGS.screen(message).findings())
                .extracting(Finding::flag)
                .contains(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can`t pee",
                "I can´t feel my crotch",
                "I want to die.I can't go on",
                "no puedo orinar.y me duele",
                "I want to k̶i̶l̶l̶ myself",
                "I can't walk and I can't pee",
                "I can't sleep, can't pee",
                "I got up last night and couldn't pee",
                "I can't make water",
                "I can't feel my groin. No way this is normal.",
                "I can't pee. No way I can wait till Monday.",
                "I can't pee but the back pain is gone",
                "my groin is numb but my back is better now"
            })
    void anEmergencyIsFoundHoweverItIsTyped(String message) {
        assertThat(RED_FLAGS.screen(message).urgent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No bladder problems, no numbness in the groin, no weakness, no fever",
                "I have not lost control of my bladder or bowels",
                "fever: none. Chest pain? No.",
                "No tengo fiebre ni problemas para orinar",
                "niega pérdida de control de esfínteres"
            })
    void whatIsDeniedIsNotUrgent(String message) {
        assertThat(RED_FLAGS.screen(message).urgent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In 2009, I lost control of my bladder",
                "I used to have foot drop but it resolved",
                "hace diez años tuve un accidente de carro y me duele el cuello",
                "foot drop for 5 years, stable"
            })
    void whatIsPastOrLongStableIsNotUrgent(String message) {
        assertThat(RED_FLAGS.screen(message).urgent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What should I watch for? I read about fever and losing bladder control.",
                "what if I can't pee after anesthesia",
                "¿qué pasa si no puedo orinar después de la cirugía?",
                "I'm worried about becoming incontinent",
                "Yesterday I read that you can lose control of your bladder",
                "The nurse told me on Monday to call if I can't pee",
                "Ayer leí que puedo perder el control de la vejiga"
            })
    void whatIsOnlySupposedIsNotUrgent(String message) {
        assertThat(RED_FLAGS.screen(message).urgent()).isFalse();
    }

    @Test
    void whatHappenedToAnotherIsNotUrgent() {
        assertThat(RED_FLAGS
                        .screen("my neighbor became paralyzed after a fusion")
                        .urgent())
                .isFalse();
    }

    @Test
    void whatHappensToTheOneWrittenForIsUrgent() {
        assertThat(RED_FLAGS
                        .screen("mi papá no puede orinar y tiene las piernas dormidas")
                        .urgent())
                .isTrue();
    }

    @Test
    void anEmergencyAfterADenialIsStillFound() {
        assertThat(RED_FLAGS.screen("No fever, but I can't feel my crotch").urgent())
                .isTrue();
        assertThat(RED_FLAGS.screen("No fever, can't pee").urgent()).isTrue();
        assertThat(RED_FLAGS.screen("I had surgery in 2015, my groin is numb").urgent())
                .isTrue();
    }

    @Test
    void whatIsSaidToBeNowIsUrgentWhateverElseIsSupposed() {
        assertThat(RED_FLAGS
                        .screen("What does it mean if my groin is numb since yesterday?")
                        .urgent())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "URGENT: your invoice is overdue",
                "my back is killing me",
                "I'm dying to play golf",
                "this commute makes me suicidal haha",
                "My name is Autumn Fall",
                "bilateral foraminal stenosis",
                "me muero de ganas de bailar"
            })
    void idiomsNamesAndReportsAreNotUrgent(String message) {
        assertThat(RED_FLAGS.screen(message).urgent()).isFalse();
    }

    @Test
    void selfHarmOutweighsOtherEmergencies() {
        assertThat(RED_FLAGS.screen("I can't pee and I want to die").level()).isEqualTo(Level.CRISIS);
        assertThat(RED_FLAGS.screen("I can't pee").level()).isEqualTo(Level.EMERGENCY);
        assertThat(RED_FLAGS.screen("hello").level()).isEqualTo(Level.USUAL);
    }

    @Test
    void aFindingQuotesTheWordsForTheClinic() {
        assertThat(RED_FLAGS.screen("Hello. I can't pee, please help").findings())
                .contains(new Finding("urinary-retention", "can't pee", Level.EMERGENCY));
    }

    @Test
    void theScreeningPrintsNothingTheVisitorTyped() {
        assertThat(RED_FLAGS.screen("I can't pee")).hasToString("Screening[findings=[Finding[urinary-retention]]]");
    }
}

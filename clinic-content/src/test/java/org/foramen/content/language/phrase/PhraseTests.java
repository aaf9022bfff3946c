package org.foramen.content.language.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notation of phrases, one rule a row. */
class PhraseTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
			groin                 ! my Groin hurts        ! Groin
			numb*                 ! some numbness here    ! numbness
			neck|groin            ! the groin             ! groin
			numb ..2 groin        ! numb in my groin      ! numb in my groin
			numb & groin          ! groin feels numb      ! groin feels numb
			back pain?            ! my back               ! back
			live|(go on)          ! I cannot go on        ! go on
			(no|not) point        ! there is no point     ! no point
			numb (in my)? groin   ! numb in my groin      ! numb in my groin
			foraminotomy~         ! a foramenatomy        ! foramenatomy
			# days                ! 10 days out           ! 10 days
			in #year              ! back in 2009          ! in 2009
			laminectomy~          ! a lamanectomy         ! lamanectomy
			laminectomy~          ! a laminctomy          ! laminctomy
			laminectomy~          ! a lamminectomy        ! lamminectomy
			laminectomy~          ! two lamienctomys      ! lamienctomys
			laminectomy~          ! a laminectmoi         ! laminectmoi
			foraminotomy~         ! for a minotomy        ! for a minotomy
			operación             ! la operacion          ! operacion
			can't                 ! I can’t walk          ! can’t
			^ test $              ! Test                  ! Test
			hinchado              ! el pie inchado        ! inchado
			hierv*                ! la piel me ierve      ! ierve
			vejiga                ! la begiga             ! begiga
			brazo                 ! el braso dormido      ! braso
			""")
    void aPhraseIsFound(String phrase, String message, String found) {
        Reading reading = reading(phrase, message);
        assertThat(reading.find("phrase")).extracting(reading::quote).contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
			groin                 ! groinx
			numb ..2 groin        ! numb and a bit odd in the groin
			numb ..4 groin        ! I am numb. My groin is fine
			laminectomy~          ! laminoplasty
			laminectomy~          ! lmianecotmy
			^ test $              ! a test
			in #year              ! in 2999
			no                    ! mi hno
			""")
    void aPhraseIsNotFound(String phrase, String message) {
        assertThat(reading(phrase, message).find("phrase")).isEmpty();
    }

    @Test
    void anExceptionTakesTheWordsAway() {
        Phrasebook book = new Phrasebook(
                Map.of("fever", new Sayings(List.of("fever"), List.of(), List.of("hay fever"), List.of(), List.of())));
        assertThat(book.read("I have hay fever").find("fever")).isEmpty();
        assertThat(book.read("I have a fever").find("fever")).hasSize(1);
    }

    @Test
    void aListMayUseAnother() {
        Phrasebook book = new Phrasebook(
                Map.of("legs", Sayings.of(List.of("leg|legs")), "weak", Sayings.of(List.of("weak ..2 {legs}"))));
        assertThat(book.read("weak in both legs").find("weak")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
			numb ..          ! it must have a word, and end with one
			^ $              ! it must have a word, and end with one
			numb ..-1 groin  ! after .. or & only a number may stand
			numb ..x groin   ! after .. or & only a number may stand
			no|not point     ! put "no|not" or its last words in parentheses
			(go on           ! a parenthesis has no partner
			go on)           ! a parenthesis has no partner
			(go on)x         ! "(go on)x" is not one word
			{nowhere} pain   ! there is no list {nowhere}
			""")
    void aPhraseThatBreaksTheNotationIsNamed(String phrase, String why) {
        assertThatThrownBy(() -> reading(phrase, ""))
                .hasMessage("the phrase \"" + phrase + "\" is not understood: " + why);
    }

    @Test
    void aPhraseMustNotUseItself() {
        assertThatThrownBy(() -> reading("{phrase}", "")).hasMessageContaining("leads back to itself");
    }

    @Test
    void aReadingPrintsNothingTheVisitorTyped() {
        assertThat(reading("a", "my groin is numb")).hasToString("Reading[4 words]");
    }

    @Test
    void aWordThatIsOrdinaryOrItselfANameIsNoMisspelling() {
        Phrasebook book = new Phrasebook(Map.of(
                "fusion", Sayings.of(List.of("arthrodesis~")),
                "foraminotomy", Sayings.of(List.of("foraminectomy~")),
                "laminectomy", Sayings.of(List.of("laminectomy~")),
                "ordinary", Sayings.of(List.of("arthrosis"))));
        assertThat(book.read("I have arthrosis").find("fusion")).isEmpty();
        assertThat(book.read("arthrodesys of L4").find("fusion")).hasSize(1);
        assertThat(book.read("ready for a laminectomy").find("foraminotomy")).isEmpty();
        assertThat(book.read("ready for a laminectomy").find("laminectomy")).hasSize(1);
    }

    private static Reading reading(String phrase, String message) {
        return new Phrasebook(Map.of("phrase", Sayings.of(List.of(phrase)))).read(message);
    }
}

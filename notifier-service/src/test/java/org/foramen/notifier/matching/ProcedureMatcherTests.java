package org.foramen.notifier.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foramen.contract.Region;
import org.foramen.inquiries.LabelledInquiries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureMatcherTests {

    private static final ProcedureMatcher MATCHER =
            ProcedureMatcher.load(Path.of("../content"), LabelledInquiries.NAMES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foraminatomy",
                "forminotomy",
                "foramenotomy",
                "FORAMINOTOMIES",
                "fora minotomy",
                "for a monotomy",
                "f o r a m i n o t o m y",
                "foraminotomía",
                "𝐟𝐨𝐫𝐚𝐦𝐢𝐧𝐨𝐭𝐨𝐦𝐲",
                "info:foraminotomy"
            })
    void aMisspelledOrDictatedNameIsUnderstood(String name) {
        assertThat(summary("please send " + name)).isEqualTo("foraminotomy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
			severe left C5-6 neural foraminal narrowing | foraminotomy
			the hole where the nerve comes out is closing up | foraminotomy
			they would take the piece of disc off the nerve at L5 | discectomy
			they want to remove the lamina at L4 | laminectomy
			screws and rods to join L4 and L5 | spinal-fusion
			tengo el foramen muy cerrado en la L5 | foraminotomy
			""")
    void aDescriptionIsUnderstoodWithoutTheName(String message, String procedure) {
        assertThat(summary(message)).isEqualTo(procedure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Soy maestra de primaria y mi ortopeda habla de una foraminotomía.",
                "Estimados doctores: me proponen una foraminotomía en enero. Atentamente, Julián",
                "I am a court reporter and type all day. Foraminotomy, how long off work?",
                "where can i read about the foraminotomy, and where do i park",
                "There is a boot on my foot, the ankle broke. Does that delay my foraminotomy?",
                "I politely refuse to be fused. Kindly mail me the foraminotomy handout."
            })
    void aPoliteOrOddWordMakesNoBusinessOfAPatient(String message) {
        assertThat(summary(message)).isEqualTo("foraminotomy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Me quitaron los tornillos del tobillo y ahora me duele el cuello.",
                "Fíjese que me duele el hueso de la cadera.",
                "Me queda un dolor fijo en la espalda.",
                "Disculpe, ¿de dónde sacan las citas?",
                "¿Qué es una placa de columna? Me la pidió el doctor.",
                "Una hernia inguinal, me la sacan en mayo. ¿Puedo ir a mi cita de la espalda?",
                "I have a little bit of disc trouble.",
                "The back part of my spine hurts when I sit.",
                "I came to the side door and it was closed.",
                "The ball and socket of my hip is worn out.",
                "My toes are getting fused in June; my neck is why I write."
            })
    void wordsOfAnotherTradeOrPartOfTheBodyNameNoProcedure(String message) {
        assertThat(match(message)).isInstanceOf(Match.GeneralLeaflet.class);
    }

    @Test
    void whoAsksWhetherTheyAreTooOldForItHasNotRefusedIt() {
        assertThat(summary("Disc replacement, am I too old for it at 61?")).isEqualTo("disc-replacement");
        assertThat(summary("I can't work after a fusion for how long?")).isEqualTo("spinal-fusion");
    }

    @Test
    void aRefusedProcedureDoesNotCount() {
        assertThat(summary("I do NOT want fusion. Can a foraminotomy help?")).isEqualTo("foraminotomy");
        assertThat(match("Two doctors told me fusion. I said no.")).isInstanceOf(Match.GeneralLeaflet.class);
        assertThat(summary("No quiero fusión, quiero la foraminotomía")).isEqualTo("foraminotomy");
    }

    @Test
    void aProcedureOfThePastDoesNotCount() {
        assertThat(match("I had a laminectomy in 2011 and it hurts again")).isInstanceOf(Match.GeneralLeaflet.class);
        assertThat(match("Ya me hicieron una laminectomía")).isInstanceOf(Match.GeneralLeaflet.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
			My fussion was 8 months ago and the xray shows it aint healed solid | spinal-fusion
			Six weeks out from my laminectomy. When may I swim? | laminectomy
			Hace mes y medio me pusieron tornillos en L4 y L5, ¿ya puedo trapear? | spinal-fusion
			Had my left foraminotomy last month. The arm still tingles. | foraminotomy
			""")
    void whoWasOperatedOnNotLongAgoIsToldHowOneHeals(String message, String procedure) {
        assertThat(summary(message)).isEqualTo(procedure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My neighbor had a fusion eight months ago. What helps a stiff back?",
                "I said no to a fusion six weeks ago. What else is there?",
                "Tuve una discectomía y una fusión hace cinco meses. ¿Dan terapia?"
            })
    void anothersARefusedOrOneOfSeveralOperationsNotLongAgoIsNotExplained(String message) {
        assertThat(match(message)).isInstanceOf(Match.GeneralLeaflet.class);
    }

    @Test
    void whatAnotherPersonHadDoesNotCount() {
        assertThat(summary("My sister had a fusion. My doctor wants a foraminotomy."))
                .isEqualTo("foraminotomy");
        assertThat(match("My neighbor had disc replacement. My back hurts.")).isInstanceOf(Match.GeneralLeaflet.class);
    }

    @Test
    void whatARelativeNeedsCounts() {
        assertThat(summary("My father needs a laminectomy")).isEqualTo("laminectomy");
    }

    @Test
    void wordsBeatTheChoiceInTheForm() {
        Match match = MATCHER.match(new Question("It is actually a laminectomy, L2-3", "Foraminotomy", null));
        assertThat(match).isInstanceOfSatisfying(Match.Summary.class, summary -> assertThat(summary.procedureId())
                .isEqualTo("laminectomy"));
    }

    @Test
    void theChoiceInTheFormDecidesWhenTheMessageSaysNothing() {
        assertThat(MATCHER.match(new Question("", "foraminotomy", "neck")))
                .isEqualTo(new Match.Summary("foraminotomy", Region.NECK, "Chose foraminotomy in the form."));
    }

    @Test
    void aChoiceThatTheMessageRefusesIsNoChoice() {
        assertThat(MATCHER.match(new Question("I don't want a foraminotomy", "Foraminotomy", null)))
                .isInstanceOf(Match.GeneralLeaflet.class);
    }

    @Test
    void twoPossibleDescriptionsAreAnsweredWithTheLeaflet() {
        assertThat(match("L4-5: severe central canal stenosis and severe foraminal stenosis"))
                .isInstanceOf(Match.GeneralLeaflet.class);
    }

    @Test
    void aTreatmentWithoutSummaryIsAnsweredWithTheLeaflet() {
        assertThat(MATCHER.match(new Question("Do you do kyphoplasty?", "Foraminotomy", null)))
                .isInstanceOf(Match.GeneralLeaflet.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We offer SEO for foraminotomy pages",
                "Are you hiring? My CV is attached. Fusion, ACDF.",
                "Invoice 4711 for laminectomy trays is past due",
                "verify your password now",
                "test",
                "Please disregard my question about foraminotomy, I found another surgeon",
                "Ofrecemos implantes para fusión a precios de mayoreo"
            })
    void businessMailIsNotAPatientEvenIfItNamesAProcedure(String message) {
        assertThat(MATCHER.match(new Question(message, "Foraminotomy", null))).isInstanceOf(Match.NotAPatient.class);
    }

    @Test
    void aProcedureWithoutSummaryInTheLibraryIsAnsweredWithTheLeaflet() {
        ProcedureMatcher small =
                ProcedureMatcher.load(Path.of("../content"), Map.of("foraminotomy", List.of("foraminotomy")));
        assertThat(small.match(new Question("I need a laminectomy at L4", null, null)))
                .isEqualTo(new Match.GeneralLeaflet(
                        Region.LOWER_BACK, "Names laminectomy. There is no summary of laminectomy."));
    }

    @Test
    void aNewHandoutIsFoundByItsNamesAlone() {
        ProcedureMatcher more = ProcedureMatcher.load(
                Path.of("../content"), Map.of("coccygectomy", List.of("coccygectomy", "removal of the tailbone")));
        assertThat(more.match(new Question("is a cocygectomy painful", null, null)))
                .isInstanceOfSatisfying(Match.Summary.class, summary -> assertThat(summary.procedureId())
                        .isEqualTo("coccygectomy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
			pain at C5-6                    | NECK
			my neck, not my lower back      | NECK
			sciatica                        | LOWER_BACK
			me duele la cintura             | LOWER_BACK
			my back hurts                   | UNSPECIFIED
			neck and lower back             | UNSPECIFIED
			""")
    void theRegionComesFromLevelsAndWords(String message, Region region) {
        assertThat(match(message))
                .isInstanceOfSatisfying(Match.GeneralLeaflet.class, leaflet -> assertThat(leaflet.region())
                        .isEqualTo(region));
    }

    @Test
    void aQuestionShowsNothingPersonal() {
        assertThat(new Question("My groin is numb", "foraminotomy", "neck")).hasToString("Question[16 characters]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foraminotomy L5 nerve hole narrow ", "f ", "fo ", "f o r a m i n o t o m "})
    void aLongRepetitiveMessageIsAnsweredQuickly(String repeated) {
        String message = "foraminotomy. " + repeated.repeat(20_000 / repeated.length());
        long start = System.nanoTime();
        assertThat(summary(message)).isEqualTo("foraminotomy");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private Match match(String message) {
        return MATCHER.match(new Question(message, null, null));
    }

    private String summary(String message) {
        return match(message) instanceof Match.Summary summary ? summary.procedureId() : "no summary";
    }
}

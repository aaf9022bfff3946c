package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each sign as it has been, is becoming and was, in both languages, in each gender and number, and as people type. */
class ScreeningOfTensesTests {

    private static final RedFlags RED_FLAGS = RedFlags.load(Path.of("../content"));

    /** A flag and sentences that must raise it: as many in English as in Spanish. */
    record Tenses(String flag, List<String> english, List<String> spanish) {

        Stream<String> sentences() {
            return Stream.concat(english.stream(), spanish.stream());
        }
    }

    static final List<Tenses> TENSES = List.of(
            new Tenses(
                    "urinary-retention",
                    List.of("I haven't peed since yesterday", "I'm not able to pee now", "I couldn't pee last night"),
                    List.of("No he orinado desde ayer", "Llevo horas sin orinar", "No pude orinar anoche")),
            new Tenses(
                    "loss-of-control",
                    List.of(
                            "I have lost control of my bladder since Monday",
                            "I'm losing control of my bladder this week",
                            "I lost control of my bowels last night"),
                    List.of(
                            "He perdido el control de la vejiga desde el lunes",
                            "Estoy perdiendo el control de la vejiga esta semana",
                            "Perdí el control del intestino anoche")),
            new Tenses(
                    "saddle-numbness",
                    List.of(
                            "My groin has gone numb since Monday",
                            "My groin is going numb today",
                            "My groin went numb last night"),
                    List.of(
                            "Se me ha dormido la entrepierna desde el lunes",
                            "Se me está durmiendo la entrepierna hoy",
                            "Se me durmió la entrepierna anoche")),
            new Tenses(
                    "both-legs",
                    List.of(
                            "My legs have gone weak since Monday",
                            "My legs are getting weak today",
                            "My legs went weak last night"),
                    List.of(
                            "Se me han puesto débiles las piernas desde el lunes",
                            "Se me están poniendo débiles las piernas hoy",
                            "Se me pusieron débiles las piernas anoche")),
            new Tenses(
                    "foot-drop",
                    List.of(
                            "I have not been able to lift my foot since Monday",
                            "I'm dragging my foot since today",
                            "I couldn't lift my foot this morning"),
                    List.of(
                            "No he podido levantar el pie desde el lunes",
                            "Voy arrastrando el pie desde hoy",
                            "No pude levantar el pie esta mañana")),
            new Tenses(
                    "chest-or-breath",
                    List.of(
                            "I have had chest pain since Monday",
                            "I'm having chest pain now",
                            "I had chest pain last night"),
                    List.of(
                            "He tenido dolor en el pecho desde el lunes",
                            "Estoy teniendo dolor en el pecho ahora",
                            "Tuve dolor en el pecho anoche")),
            new Tenses(
                    "wound",
                    List.of(
                            "Pus has been coming out of my incision since Monday",
                            "My incision is leaking pus now",
                            "Pus came out of my incision last night"),
                    List.of(
                            "Me ha salido pus de la herida desde el lunes",
                            "Me está saliendo pus de la herida ahora",
                            "Me salió pus de la herida anoche")),
            new Tenses(
                    "infection-after-surgery",
                    List.of(
                            "I have had a fever since my surgery on Monday",
                            "I am running a fever after surgery",
                            "I had a fever last night after my surgery"),
                    List.of(
                            "He tenido fiebre desde la cirugía del lunes",
                            "Estoy con fiebre después de la cirugía",
                            "Tuve fiebre anoche después de la cirugía")),
            new Tenses(
                    "self-harm",
                    List.of(
                            "I have been thinking about killing myself",
                            "I'm thinking of killing myself",
                            "I thought about killing myself last night"),
                    List.of("He estado pensando en matarme", "Estoy pensando en matarme", "Anoche pensé en matarme")),
            new Tenses(
                    "stroke",
                    List.of(
                            "My speech has been slurred since this morning",
                            "My speech is getting slurred",
                            "My speech became slurred last night"),
                    List.of(
                            "He hablado enredado desde esta mañana",
                            "Estoy hablando enredado",
                            "Anoche empecé a hablar enredado")),
            new Tenses(
                    "injury",
                    List.of(
                            "I have fallen down the stairs today and my back hurts",
                            "I fell down the stairs last night and my back is hurting"),
                    List.of(
                            "Me he caído de las escaleras hoy y me duele la espalda",
                            "Me caí de las escaleras anoche y me está doliendo la espalda")));

    /** A word of numbness or weakness takes the gender and number of what is numb. */
    static final List<String> AGREEING = List.of(
            "Mi hermana tiene dormida la vagina desde ayer",
            "Mi hermano tiene dormido el pene desde ayer",
            "Tengo dormidos los testículos desde ayer",
            "Tengo dormidas las nalgas desde ayer",
            "Traigo adormecida la ingle desde ayer",
            "Traigo adormecido el ano desde ayer",
            "Traigo adormecidos los genitales desde ayer",
            "Traigo adormecidas las partes íntimas desde ayer",
            "Tengo entumida la entrepierna desde ayer",
            "Tengo entumecidas las pompis desde ayer",
            "Tengo insensibles los glúteos desde ayer",
            "Tengo débil la pierna desde ayer y cada vez peor",
            "Tengo débiles los brazos desde ayer y cada vez peor",
            "La herida está abierta y roja desde la operación",
            "Los puntos están abiertos y rojos desde la operación",
            "Tengo hinchada la pantorrilla, me operaron la semana pasada",
            "Tengo hinchado el tobillo, me operaron la semana pasada");

    /** What people of Mexico, Central America, the Caribbean and Spain call the saddle area, beside the words of doctors. */
    static final List<String> ZONAS = List.of(
            "el fundillo",
            "las sentaderas",
            "las posaderas",
            "la panocha",
            "el pito",
            "las bolas",
            "el rabo",
            "la chocha",
            "la pinga",
            "los cojones",
            "las pompas",
            "el escroto",
            "el recto",
            "el pubis",
            "la rajita",
            "la parte de atrás",
            "los muslos por dentro");

    @Test
    void bothLanguagesSayAsMuch() {
        assertThat(TENSES)
                .allMatch(tenses -> tenses.english().size() == tenses.spanish().size());
    }

    @ParameterizedTest
    @FieldSource("TENSES")
    void aSignIsFoundInEachTense(Tenses tenses) {
        assertThat(tenses.sentences())
                .filteredOn(sentence -> RED_FLAGS.screen(sentence).findings().stream()
                        .noneMatch(finding -> finding.flag().equals(tenses.flag())))
                .isEmpty();
    }

    @Test
    void howItIsTypedChangesNothing() {
        List<String> typed = Stream.concat(TENSES.stream().flatMap(Tenses::sentences), spanish())
                .flatMap(ScreeningOfTensesTests::typed)
                .toList();
        assertThat(typed)
                .filteredOn(sentence -> !RED_FLAGS.screen(sentence).urgent())
                .isEmpty();
    }

    private static Stream<String> spanish() {
        return Stream.concat(
                AGREEING.stream(),
                ZONAS.stream().flatMap(zona -> Stream.of("No siento " + zona + " desde ayer", "Se me durmió " + zona)));
    }

    /** As it is, in capitals, without points and accents, and behind an introduction wrapped at the usual widths. */
    private static Stream<String> typed(String sentence) {
        String told = "Buenas tardes, hello doctor, I saw your page and wanted to ask. " + sentence;
        return Stream.concat(
                Stream.of(
                        sentence,
                        sentence.toUpperCase(Locale.ROOT),
                        sentence.replaceAll("[.,]", ""),
                        Normalizer.normalize(sentence, Normalizer.Form.NFD).replaceAll("\\p{M}", "")),
                Stream.of(30, 45, 60, 72).map(width -> told.replaceAll("(.{1," + width + "})(?: |$)", "$1\n")));
    }
}

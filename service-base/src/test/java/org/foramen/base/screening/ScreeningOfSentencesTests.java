package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Sentences made by machine: each sign in both languages, of each person, in each form that people type. */
class ScreeningOfSentencesTests {

    private static final RedFlags RED_FLAGS = RedFlags.load(Path.of("../content"));

    /** The same in English and in Spanish, of me and of another; a flag that both must raise. */
    private record Pair(String flag, String me, String other, String yo, String otro) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    "urinary-retention",
                    "I can't pee since last night",
                    "{} can't pee since last night",
                    "No puedo orinar desde anoche",
                    "{} no puede orinar desde anoche"),
            new Pair(
                    "loss-of-control",
                    "I lost control of my bladder yesterday",
                    "{} has no control of the bladder since yesterday",
                    "Perdí el control de la vejiga ayer",
                    "{} perdió el control de la vejiga ayer"),
            new Pair(
                    "infection-after-surgery",
                    "I have a fever and my surgery was last week",
                    "{} has a fever and the surgery was last week",
                    "Tengo fiebre y me operaron la semana pasada",
                    "{} tiene fiebre y le operaron la semana pasada"),
            new Pair(
                    "both-legs",
                    "I can't move my legs since this morning",
                    "{} can't move both legs since this morning",
                    "No puedo mover las piernas desde esta mañana",
                    "{} no puede mover las piernas desde esta mañana"),
            new Pair("self-harm", "I want to die", "{} wants to die", "Me quiero morir", "{} se quiere morir"),
            new Pair(
                    "chest-or-breath",
                    "I have chest pain since the operation",
                    "{} has chest pain since the operation",
                    "Tengo dolor en el pecho desde la operación",
                    "{} tiene dolor en el pecho desde la operación"),
            new Pair(
                    "injury",
                    "I fell down the stairs today and my back hurts",
                    "{} fell down the stairs today, back pain since then",
                    "Me caí de las escaleras hoy y me duele la espalda",
                    "{} se cayó de las escaleras hoy y le duele la espalda"),
            new Pair(
                    "saddle-numbness",
                    "I have no feeling between my legs since yesterday",
                    "{} has no feeling between the legs since yesterday",
                    "No siento entre las piernas desde ayer",
                    "{} no siente entre las piernas desde ayer"),
            new Pair(
                    "foot-drop",
                    "I can't lift my foot since yesterday",
                    "{} can't lift the foot since yesterday",
                    "No puedo levantar el pie desde ayer",
                    "{} no puede levantar el pie desde ayer"),
            new Pair(
                    "wound",
                    "Pus is coming out of my incision",
                    "{} has pus coming out of the incision",
                    "Me sale pus de la herida",
                    "A {} le sale pus de la herida"),
            new Pair(
                    "cord-pressure",
                    "I keep dropping things and my walking is unsteady",
                    "{} keeps dropping things and is unsteady",
                    "Se me caen las cosas y camino como borracho",
                    "A {} se le caen las cosas y camina como borracho"),
            new Pair(
                    "stroke",
                    "One side of my face is drooping and my speech is slurred",
                    "{} has slurred speech and a face that droops",
                    "Se me cayó un lado de la cara y hablo enredado",
                    "A {} se le cayó un lado de la cara y habla enredado"),
            new Pair(
                    "fever-with-spine-pain",
                    "I have a stiff neck and a fever",
                    "{} has a stiff neck and a fever",
                    "Tengo el cuello tieso y fiebre",
                    "{} tiene el cuello tieso y fiebre"),
            new Pair(
                    "neck-swelling",
                    "After neck surgery on Tuesday I can't swallow",
                    "{} can't swallow since the neck surgery on Tuesday",
                    "Me operaron del cuello el martes y no puedo tragar",
                    "A {} le operaron del cuello el martes y no puede tragar"),
            new Pair(
                    "fluid-leak",
                    "My surgery was last week and clear fluid is leaking",
                    "{} had surgery last week and clear fluid is leaking now",
                    "Me operaron la semana pasada y sale líquido claro",
                    "A {} le operaron la semana pasada y sale líquido claro"),
            new Pair(
                    "weight-loss-with-pain",
                    "I lost 20 pounds without trying and my back hurts at night",
                    "{} is losing weight without trying and has back pain",
                    "Bajé diez kilos sin hacer dieta y me duele la espalda",
                    "{} bajó diez kilos sin hacer dieta y le duele la espalda"),
            new Pair(
                    "fracture-of-weak-bone",
                    "I have osteoporosis and felt a crack in my back",
                    "{} has osteoporosis and felt a crack in the back",
                    "Tengo osteoporosis y sentí un crujido en la espalda",
                    "{} tiene osteoporosis y sintió un crujido en la espalda"),
            new Pair(
                    "thunderclap",
                    "The worst headache of my life began an hour ago",
                    "{} has the worst headache ever since an hour ago",
                    "Me dio el peor dolor de cabeza de mi vida hace una hora",
                    "A {} le dio el peor dolor de cabeza hace una hora"),
            new Pair(
                    "aorta",
                    "A tearing pain in my back and then I fainted",
                    "{} felt a tearing pain in the back and fainted just now",
                    "Un dolor que me desgarra la espalda y me desmayé",
                    "{} tiene un dolor que desgarra la espalda y se desmayó"),
            new Pair(
                    "sexual-function",
                    "No erection since the weekend",
                    "{} has no erection since last week",
                    "No tengo erección desde la semana pasada",
                    "{} no tiene erección desde la semana pasada"),
            new Pair(
                    "both-legs-pain",
                    "Since yesterday the pain shoots down both legs",
                    "{} has pain down both legs since yesterday",
                    "Desde ayer el dolor me baja por las dos piernas",
                    "{} tiene dolor por las dos piernas desde ayer"));

    private static final List<String> OTHERS =
            List.of("My husband", "My mother", "My son", "My grandmother", "My sister", "My friend");

    private static final List<String> OTROS =
            List.of("Mi esposo", "Mi mamá", "Mi hijo", "Mi abuela", "Mi hermana", "Mi amiga");

    /** Words for the saddle area, of Mexico, Central America, the Caribbean and Spain too. */
    private static final List<String> ZONAS = List.of(
            "la ingle",
            "la entrepierna",
            "los genitales",
            "las partes íntimas",
            "las partes nobles",
            "las partes de abajo",
            "las nalgas",
            "la vagina",
            "el pene",
            "el perineo",
            "el ano",
            "la zona íntima",
            "el trasero",
            "los testículos",
            "las asentaderas",
            "los glúteos",
            "las pompis",
            "la colita",
            "el culo");

    private static final List<String> AREAS = List.of(
            "groin",
            "crotch",
            "genitals",
            "private parts",
            "inner thighs",
            "buttocks",
            "vagina",
            "penis",
            "perineum",
            "saddle area",
            "bottom",
            "testicles");

    static final List<String> SENTENCES = sentences();

    /** How a sentence arrives. */
    enum Form {
        CAPITALS(text -> text.toUpperCase(Locale.ROOT)),
        WITHOUT_ACCENTS(text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")),
        DECOMPOSED(text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
        WITHOUT_POINTS(text -> text.replaceAll("[.,]", "")),
        WRAPPED(text -> wrapped(text, 30)),
        WRAPPED_NARROWLY(text -> wrapped(text, 12)),
        WITH_ELLIPSES(text -> text.replaceAll("((?:\\S+ ){3})", "$1... ")),
        FULL_WIDTH(text -> text.codePoints()
                .map(letter -> letter > ' ' && letter < 0x7F ? letter + 0xFEE0 : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()),
        SOFT_HYPHENS(text -> text.replaceAll("(\\p{L}{3})(\\p{L})", "$1\u00AD$2")),
        ZERO_WIDTH_SPACES(text -> text.replaceAll("(\\p{L}{2})(\\p{L})", "$1\u200B$2")),
        RUN_ON(text -> (text.matches(".*[áéíóúñ].*|(No|Me|Se|A|Mi|Tengo) .*")
                        ? "no tengo seguro y tengo dolor desde hace 10 años y "
                        : "I have no insurance and I have had back pain for 10 years and ")
                + text);

        private final UnaryOperator<String> typed;

        Form(UnaryOperator<String> typed) {
            this.typed = typed;
        }

        private static String wrapped(String text, int width) {
            return text.replaceAll("(.{" + (width / 2) + "," + width + "}?) ", "$1\n");
        }
    }

    @Test
    void eachSignIsFoundInBothLanguagesForEachPerson() {
        assertThat(PAIRS)
                .flatExtracting(pair -> Stream.concat(
                                Stream.concat(Stream.of(pair.me()), with(pair.other(), OTHERS)),
                                Stream.concat(Stream.of(pair.yo()), with(pair.otro(), OTROS)))
                        .filter(sentence -> RED_FLAGS.screen(sentence).findings().stream()
                                .noneMatch(finding -> finding.flag().equals(pair.flag())))
                        .toList())
                .isEmpty();
    }

    @Test
    void everyLevelHasItsPair() {
        assertThat(PAIRS.stream().map(Pair::flag)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
			both-legs             ! Left leg quit Friday. Right leg quit today.
			weight-loss-with-pain ! My back hurts in bed. I lost 20 pounds without trying.
			self-harm             ! I cannot do another year. Does the life insurance pay if I do it myself?
			""")
    void aSignMayBeToldOverTwoSentences(String flag, String message) {
        assertThat(RED_FLAGS.screen(message).findings())
                .extracting(Finding::flag)
                .contains(flag);
    }

    @ParameterizedTest
    @EnumSource
    void theFormInWhichASentenceArrivesChangesNothing(Form form) {
        assertThat(SENTENCES)
                .filteredOn(sentence ->
                        !RED_FLAGS.screen(form.typed.apply(sentence)).urgent())
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("AGES")
    void anAgeIsNoFever(String sentence) {
        List<String> flagged = IntStream.rangeClosed(18, 99)
                .mapToObj(age -> sentence.replace("#", String.valueOf(age)))
                .filter(typed -> RED_FLAGS.screen(typed).urgent())
                .toList();
        assertThat(flagged).isEmpty();
    }

    static final List<String> AGES = List.of(
            "Male, #, neck pain",
            "I'm # and my back hurts",
            "# y/o with sciatica",
            "My dad is # and has back pain",
            "Tengo # años y me duele la espalda",
            "Mujer de # años con dolor de cuello",
            "Edad #, dolor de espalda");

    @ParameterizedTest
    @FieldSource("USUAL")
    void whatIsDeniedPastSupposedOrASayingIsNotUrgent(String sentence) {
        assertThat(RED_FLAGS.screen(sentence).findings()).isEmpty();
    }

    static final List<String> USUAL = List.of(
            "I have no numbness in my groin",
            "No tengo dormida la entrepierna",
            "No trouble with my bladder",
            "No tengo problemas para orinar",
            "What if I lose control of my bladder after surgery?",
            "¿Qué pasa si pierdo el control de la vejiga después de la cirugía?",
            "My foot drop has been the same for ten years",
            "Tengo el pie caído igual desde hace diez años",
            "Can surgery cause numbness between the legs?",
            "¿La cirugía puede causar adormecimiento entre las piernas?",
            "I am worried about becoming paralyzed",
            "Me da miedo quedar paralizado",
            "The cortisone shot did nothing and my back hurts",
            "My insurance shot down the request, my neck hurts",
            "I fell behind on PT and my back hurts",
            "I hit a wall with PT, still in pain",
            "My foot fell asleep and my back hurts",
            "I want this pain to stop",
            "I want it to stop",
            "Dying to golf again",
            "No quiero seguir con este dolor, quiero operarme",
            "Me muero por volver a jugar",
            "My dog fell and can't move his legs",
            "Mi perro se cayó y no puede mover las patas",
            "Soy enfermera y busco trabajo, tengo experiencia con cauda equina",
            "Looking for a nursing position, I have worked with foot drop and infected wounds");

    private static Stream<String> with(String sentence, List<String> people) {
        return people.stream().map(person -> sentence.replace("{}", person));
    }

    private static List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        PAIRS.forEach(pair -> sentences.addAll(List.of(pair.me(), pair.yo())));
        for (String area : AREAS) {
            sentences.addAll(List.of("My " + area + " is numb since yesterday", "I lost feeling in my " + area));
        }
        for (String zona : ZONAS) {
            sentences.addAll(List.of("No siento " + zona + " desde ayer", "Perdí la sensibilidad en " + zona));
        }
        return sentences;
    }
}

package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody tells beside it, of long ago, of others, of a film or of a clear scan, hides neither a wish to die nor a sign. */
class ScreeningBesideOtherTalesTests {

    private static final RedFlags RED_FLAGS = RedFlags.load(Path.of("../content"));

    private static final List<String> TALES = List.of(
            "I had surgery years ago and now",
            "I used to run marathons and now",
            "I was fine as a teenager but now",
            "In college I played soccer, now",
            "I watched a movie about a surgeon last night and now",
            "I cannot play with my kids any more and now",
            "My cousin killed himself years ago and now",
            "I joked about it before but now",
            "My MRI was normal but today",
            "They said that all is normal, but since this morning",
            "I fell on the stairs in 2019 and now",
            "I just read your page and",
            "My back has always been stiff and now",
            "My stress test was clean but since last night",
            "My coworker says it will pass but",
            "At age 12 I broke my arm, today",
            "My doctor knows about my back, but since this morning",
            "I was suicidal years ago, got help, and now again",
            "There is a poster about it in your hall and");

    private static final List<String> RELATOS = List.of(
            "Me operaron hace años y ahora",
            "Hace dos años tuve un accidente y",
            "Hace años estuve en cama y",
            "Antes corría maratones y ahora",
            "De joven jugaba futbol, ahora",
            "De joven pensaba en viajar, hoy",
            "Vi una película de un cirujano anoche y ahora",
            "Mi primo se mató hace años y ahora",
            "Les cuento que hoy",
            "La resonancia salió normal pero hoy",
            "Me dijeron que todo está bien y desde ayer",
            "Tengo dolor desde hace 10 años y ahora",
            "Siempre me ha dolido la espalda y ahora",
            "Leí su página y",
            "A los 12 me caí de un árbol y ahora",
            "La prueba de esfuerzo salió bien pero desde anoche",
            "Un compañero dice que se quita solo pero",
            "Mi doctora ya sabe de mi espalda pero desde hoy");

    @Test
    void aWishToDieIsMarkedBesideThem() {
        assertMarked(
                "self-harm",
                TALES,
                List.of(
                        "I want to die",
                        "I don't want to live anymore",
                        "I want to kill myself",
                        "I think about suicide"));
        assertMarked(
                "self-harm",
                RELATOS,
                List.of("me quiero morir", "ya no quiero vivir", "quiero matarme", "quiero quitarme la vida"));
    }

    @Test
    void aLossOfControlIsMarkedBesideATaleOfLongAgo() {
        assertMarked(
                "loss-of-control",
                List.of("In college I played soccer, now", "In 2011 I had surgery, today"),
                List.of("I lost control of my bladder"));
        assertMarked(
                "loss-of-control", List.of("De joven jugaba futbol, ahora"), List.of("perdí el control de la vejiga"));
    }

    @Test
    void aBladderThatFailsIsMarkedBesideThem() {
        assertMarked("urinary-retention", TALES, List.of("I can't pee"));
        assertMarked("urinary-retention", RELATOS, List.of("no puedo orinar"));
    }

    @Test
    void aBladderThatFailsIsMarkedBehindAComma() {
        assertMarked(
                "urinary-retention",
                List.of(
                        "En el 2005 me operó usted,",
                        "Cuando yo era niña vivía aquí,",
                        "El formulario que me dieron no abre,",
                        "Mi difunto esposo fue su paciente,",
                        "Hace años fui corredor,"),
                List.of("no puedo orinar"));
    }

    @Test
    void itIsMarkedBeforeThemToo() {
        assertThat(Stream.of(
                                "One half of him doesn't obey, speech is garbled",
                                "I can't pee since last night. My coworker says that passes.",
                                "I can't pee since last night, my stress test was clean.",
                                "My legs are numb since this morning, and I read your page.",
                                "I want to die. I don't have that many friends.",
                                "I can't pee. I don't have that kind of money for the ER.",
                                "No puedo orinar desde anoche. Un compañero dice que se quita.",
                                "No puedo orinar desde anoche, la resonancia salió bien.",
                                "No siento las piernas desde hoy. No tengo eso del seguro.",
                                "Me quiero morir. A los 12 me caí de un árbol.")
                        .filter(message -> !RED_FLAGS.screen(message).urgent()))
                .isEmpty();
    }

    private static void assertMarked(String flag, List<String> tales, List<String> signs) {
        assertThat(tales.stream()
                        .flatMap(tale -> signs.stream().map(sign -> tale + " " + sign))
                        .filter(message -> RED_FLAGS.screen(message).findings().stream()
                                .noneMatch(finding -> finding.flag().equals(flag))))
                .isEmpty();
    }
}

package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sentences made by machine: signs that are only spoken of, in each mode, and the same with a sign that is stated beside them. */
class ScreeningOfModesTests {

    private static final RedFlags RED_FLAGS = RedFlags.load(Path.of("../content"));

    /**
     * A sign in the forms that the modes need.
     * @param name as a noun
     * @param mine as the writer may come to say it
     * @param past as the writer says it of then
     * @param theirs as it is said of another
     * @param now as it is stated of the writer
     */
    private record Sign(String name, String mine, String past, String theirs, String now) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "loss of bladder control",
                    "lose control of my bladder",
                    "lost control of my bladder",
                    "lost control of his bladder",
                    "I lost control of my bladder this morning"),
            new Sign("foot drop", "get a foot drop", "had a foot drop", "had a foot drop", "I can't lift my foot"),
            new Sign(
                    "weakness in both legs",
                    "lose the strength in both legs",
                    "lost the strength in both legs",
                    "lost the strength in both legs",
                    "both my legs are weak"),
            new Sign("chest pain", "get chest pain", "had chest pain", "had chest pain", "I have chest pain"),
            new Sign(
                    "trouble breathing",
                    "have trouble breathing",
                    "had trouble breathing",
                    "had trouble breathing",
                    "I have trouble breathing"));

    private static final List<Sign> SIGNOS = List.of(
            new Sign(
                    "pérdida de control de la vejiga",
                    "pierdo el control de la vejiga",
                    "perdí el control de la vejiga",
                    "perdió el control de la vejiga",
                    "perdí el control de la vejiga esta mañana"),
            new Sign(
                    "debilidad en las dos piernas",
                    "pierdo la fuerza en las dos piernas",
                    "perdí la fuerza en las dos piernas",
                    "perdió la fuerza en las dos piernas",
                    "no me responden las piernas"),
            new Sign(
                    "dolor de pecho",
                    "me da dolor de pecho",
                    "tuve dolor de pecho",
                    "tuvo dolor de pecho",
                    "tengo dolor de pecho"));

    /** In the order asked in general, reported, instructed, supposed, denied, past, another's. */
    private static final List<String> MODES = List.of(
            "Can a fusion cause {name}?",
            "Is {name} a common thing after a fusion?",
            "How do you treat {name}?",
            "I read that {name} is an emergency, mine is just a sore back.",
            "The leaflet mentions {name}, fever and blood clots.",
            "According to the brochure, {name} means go to the ER.",
            "The surgeon explained that {name} is rare.",
            "The nurse said to watch for {name}. Nothing yet.",
            "My doctor told me to call if I {mine}.",
            "What should I do if I {mine}?",
            "Say I {mine} at 2 am, is there a night line?",
            "I checked the list: {name}, fever, clots. None of those.",
            "I {past} after my first surgery. It all went back to normal within a month.",
            "I {past} last spring, was treated and have been well ever since.",
            "I once met a man who {theirs} and you fixed him.",
            "In my novel the hero {theirs}.");

    private static final List<String> MODOS = List.of(
            "¿Una fusión puede causar {name}?",
            "¿Es común {name} después de operarse?",
            "¿Cómo tratan {name}?",
            "Leí que {name} es una emergencia.",
            "El folleto menciona {name}, fiebre y coágulos.",
            "Según la hoja, con {name} hay que ir a urgencias.",
            "El cirujano me dijo que {name} es raro.",
            "La enfermera dijo que vigile {name}. Todavía nada.",
            "Mi doctor me dijo que llamara si {mine}.",
            "¿Qué hago si {mine}?",
            "Vi la lista: {name}, fiebre, coágulos. Nada de eso.",
            "{past} después de mi primera operación. Todo volvió a la normalidad.",
            "Conocí a un señor que {theirs} y ustedes lo curaron.");

    /** What says of a sign that was only spoken of that it is so now. */
    private static final List<String> CLAIMS = List.of(
            "That is exactly what I have since yesterday.", "It happened to me today.", "I have that right now.");

    private static final List<String> AFIRMACIONES = List.of("Es justo lo que tengo desde ayer.", "Hoy me pasó.");

    @Test
    void aSignThatIsOnlySpokenOfIsNotMarked() {
        assertThat(Stream.concat(said(MODES, SIGNS, ""), said(MODOS, SIGNOS, "")))
                .filteredOn(message -> RED_FLAGS.screen(message).urgent())
                .isEmpty();
    }

    @Test
    void aSignThatIsStatedBesideItIsMarked() {
        List<String> modes = MODES.subList(0, MODES.size() - 1); // who writes a novel writes of another
        assertThat(Stream.of(
                                said(modes, SIGNS, " {now}."),
                                said(modes, SIGNS, " But {now}, please call."),
                                said(MODOS, SIGNOS, " {now}."),
                                said(MODOS, SIGNOS, " Pero {now}, llamen por favor."))
                        .flatMap(messages -> messages))
                .filteredOn(message -> !RED_FLAGS.screen(message).urgent())
                .isEmpty();
    }

    @Test
    void aSignThatIsStatedBeforeItIsMarked() {
        assertThat(Stream.concat(before(MODES.subList(0, MODES.size() - 1), SIGNS), before(MODOS, SIGNOS)))
                .filteredOn(message -> !RED_FLAGS.screen(message).urgent())
                .isEmpty();
    }

    @Test
    void whatIsClaimedOfASignThatWasSpokenOfMarksIt() {
        Stream<String> claims = CLAIMS.stream().flatMap(claim -> said(MODES.subList(0, 7), SIGNS, " " + claim));
        Stream<String> afirmaciones =
                AFIRMACIONES.stream().flatMap(claim -> said(MODOS.subList(0, 7), SIGNOS, " " + claim));
        assertThat(Stream.concat(claims, afirmaciones))
                .filteredOn(message -> !RED_FLAGS.screen(message).urgent())
                .isEmpty();
    }

    private static Stream<String> said(List<String> modes, List<Sign> signs, String more) {
        return modes.stream().flatMap(mode -> signs.stream().map(sign -> filled(mode + more, sign)));
    }

    private static Stream<String> before(List<String> modes, List<Sign> signs) {
        return modes.stream().flatMap(mode -> signs.stream().map(sign -> filled("{now}. " + mode, sign)));
    }

    private static String filled(String sentence, Sign sign) {
        return sentence.replace("{name}", sign.name())
                .replace("{mine}", sign.mine())
                .replace("{past}", sign.past())
                .replace("{theirs}", sign.theirs())
                .replace("{now}", sign.now());
    }
}

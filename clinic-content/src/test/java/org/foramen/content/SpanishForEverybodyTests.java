package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half of those who read it are women: no Spanish sentence of the pages calls its reader, or has them call themselves, a man. */
class SpanishForEverybodyTests {

    private static final String HOW = "(?:(?:muy|más|tan|ya|no|todavía|bastante|demasiado|débil y) )*";
    private static final String FOR_PEOPLE =
            "(?:llam|atend|ayud|oper|contact|localiz|acompañ|escuch|esper|recib|cuid|salud|orient|trat|revis)";

    /** By kind, so that a new sentence is found too. */
    private static final Map<String, Pattern> MALE_ONLY = Map.of(
            "who speaks of themselves",
            kind("(?:estoy|soy|estaba|estuve|me (?:siento|sentí|quedo|quedé|encuentro)|sigo|ando) " + HOW + "\\w+os?"),
            "what the reader is",
            kind("(?:usted|si|cuando|mientras|aunque|quien|alguien que|persona que) (?:no )?(?:está|esté|estaba|sigue"
                    + "|se (?:siente|sienta|queda|quede|encuentra)|queda|quede|ha sido) " + HOW + "\\w+os?"),
            "what somebody is for good",
            kind("(?:usted|si|quien) (?:no )?(?:es|sea|fue) " + HOW
                    + "(?:\\w+[ai]do|sordo|ciego|\\w+(?:ét|érg|nfát|mát)ico|fumador|viejo|nuevo|ciudadano)"),
            "what the reader is told to be",
            kind("(?:esté|quédese|siéntase|manténgase|venga|sea) " + HOW + "\\w+os?"),
            "who is done something to",
            kind("(?:quien|doctor|doctora|cirujano|cirujana|médico) (?:que )?(?:ya |no )?lo (?!llaman? )\\w+"
                    + "|lo " + FOR_PEOPLE + "(?:amos|emos|aremos|eremos|iremos)"
                    + "|" + FOR_PEOPLE + "(?:ar|er|ir|aremos|eremos|iremos)lo|(?:verlo|verle) a usted mismo"),
            "how somebody is greeted",
            kind("(?:bienvenid|estimad|querid|apreciad)os?|señor(?:es)?|usted mismo"),
            "who works here",
            kind("enfermer[oa]s?|operador(?:es)?|encargad[oa]s?"));

    static Stream<Path> texts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../content"))) {
            return files.filter(file -> file.endsWith("es.md") || file.endsWith("wording/es.yml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextSpeaksToMenOnly(Path text) throws IOException {
        assertThat(maleOnly(Files.readString(text))).isEmpty();
    }

    @Test
    void everySpanishTextForPeopleIsRead() throws IOException {
        assertThat(texts()).hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No estoy seguro",
                "usted no está solo",
                "un doctor que lo haya visto",
                "el cirujano que lo operó",
                "Si es sordo o no oye bien",
                "Bienvenido a la clínica",
                "Me siento muy cansado",
                "Si está embarazado o enfermo",
                "Si es alérgico a la anestesia",
                "Quédese acostado",
                "Lo atenderemos el lunes",
                "Queremos ayudarlo",
                "la enfermera de turno"
            })
    void theTestFindsSuchSentences(String sentence) {
        assertThat(maleOnly(sentence)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Solo un doctor que ya le revisó",
                "Este token es demasiado nuevo",
                "El correo no es privado",
                "Su doctor verá si es bueno para usted",
                "Los doctores lo llaman ciática",
                "Una persona lo lee"
            })
    void theTestLeavesOthers(String sentence) {
        assertThat(maleOnly(sentence)).isEmpty();
    }

    @Test
    void theCrisisLineIsNamedInTheWordsThatReachItInSpanish() {
        String crisis =
                ClinicContent.load(Path.of("../content")).wordingIn("es").crisis();

        assertThat(crisis).contains("988", "oprima 2", "AYUDA");
    }

    private static List<String> maleOnly(String text) {
        return MALE_ONLY.values().stream()
                .flatMap(kind -> kind.matcher(text).results())
                .map(MatchResult::group)
                .toList();
    }

    private static Pattern kind(String expression) {
        return Pattern.compile("(?iuU)\\b(?:" + expression + ")(?!\\w)");
    }
}

package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half of those who read it are women: no Spanish sentence of the pages calls its reader, or has them call themselves, a man. */
class SpanishForEverybodyTests {

    /** Words for a person that end in -o, said of the reader; and the pronoun that makes the reader one. */
    private static final Pattern MALE_ONLY = Pattern.compile(
            "(?iu)\\b(?:(?:estoy|está|estaba|esté|soy|es|era|sea|siente|sentirse|queda|quede|sigue|viene) (?:muy |más |tan |ya )?"
                    + "(?:segur|sol|enferm|cansad|preocupad|list|sord|cieg|embarazad|operad|interesad|asustad|confundid"
                    + "|dormid|sentad|acostad|mare?ad|débil y sol|registrad|invitad|atendid|alérgic|diabétic|fumador\\b"
                    + "|hospitalizad|vacunad|alojad|casad|jubilad|ciudadan)o\\b"
                    + "|bienvenido\\b|estimado\\b|querido\\b|usted mismo\\b"
                    + "|que lo (?:haya|ha|operó|revisó|vio|atendió|trató)|(?:cirujano|doctor) que lo "
                    + "|(?:verlo|llamarlo|atenderlo|ayudarlo|operarlo|contactarlo|localizarlo) a usted"
                    + "|(?<!lo )(?:llamaremos|atenderemos|ayudaremos)lo)");

    @Test
    void noSentenceOfThePagesSpeaksToMenOnly() throws IOException {
        assertThat(maleOnly(Files.readString(Path.of("../content/wording/es.yml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No estoy seguro",
                "usted no está solo",
                "un doctor que lo haya visto",
                "el cirujano que lo operó",
                "Si es sordo o no oye bien",
                "Bienvenido a la clínica"
            })
    void theTestFindsSuchSentences(String sentence) {
        assertThat(maleOnly(sentence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Solo un doctor que ya le revisó", "Este token es demasiado nuevo", "El correo no es privado"})
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
        return MALE_ONLY.matcher(text).results().map(MatchResult::group).toList();
    }
}

package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.foramen.content.approval.Approval;
import org.foramen.content.handout.EducationLibrary;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Every handout that the clinic has. */
class LibraryTests {

    private static final ClinicContent CONTENT = ClinicContent.load(ContentCopy.ORIGINAL);

    static List<EducationSummary> handouts() {
        return CONTENT.library().all();
    }

    @Test
    void thereIsAHandoutForEachProcedureInEachLanguage() {
        int languages = CONTENT.clinic().languages().size();

        assertThat(CONTENT.library().procedures()).contains("foraminotomy");
        assertThat(handouts()).hasSize((CONTENT.library().procedures().size() + 1) * languages);
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void isWellFormed(EducationSummary handout) throws Exception {
        for (Medium medium : Medium.values()) {
            String page = "<div>" + handout.html(medium) + "</div>";
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        }
        assertThat(handout.html(Medium.PAGE)).startsWith("<h1>").doesNotContain("{{");
    }

    @Test
    void isTheSameToTheLetterInEveryProcess() {
        EducationSummary handout = CONTENT.library().find("foraminotomy", "en").orElseThrow();

        assertThat(handout.html(Medium.PRINT)).contains("<div class=\"drawing\" role=\"img\" aria-label=\"");
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void saysWhatToDoInAnEmergencyAndHowToReachTheClinic(EducationSummary handout) {
        assertThat(handout.text()).contains("911", "988", CONTENT.clinic().phone());
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void isNotPassedOffAsApprovedBeforeAClinicianDidSo(EducationSummary handout) {
        assertThat(handout.approval()).isEqualTo(new Approval(null));
    }

    @Test
    void aProcedureIsAddedByAddingFiles(@TempDir Path folder) throws Exception {
        ContentCopy content = ContentCopy.in(folder);
        Path added = Files.createDirectories(content.folder().resolve("procedures/kyphoplasty"));
        for (File file : content.folder().resolve("general").toFile().listFiles()) {
            String text = Files.readString(file.toPath());
            Files.writeString(added.resolve(file.getName()), text.replace("id: general", "id: kyphoplasty"));
        }

        EducationLibrary library = content.load().library();

        assertThat(library.procedures()).contains("kyphoplasty");
        assertThat(library.find("kyphoplasty", "es")).isPresent();
    }

    @Test
    void markupInAHandoutIsShownAndNotObeyed(@TempDir Path folder) {
        ContentCopy content = ContentCopy.in(folder)
                .change("general/en.md", text -> text + "\n<script>alert(1)</script>\n\n[x](javascript:alert(2))\n");

        String html = content.load().library().general("en").html(Medium.PAGE);

        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neck", "lower-back"})
    void aHandoutSpeaksOfThePartOfTheSpineThatIsAskedAbout(String region) {
        EducationSummary everybodys =
                CONTENT.library().find("foraminotomy", "en").orElseThrow();

        assertThat(everybodys.text()).contains("a cut on the back of your neck or on your lower back to reach");
        assertThat(everybodys.in(region).text())
                .contains(
                        region.equals("neck")
                                ? "a cut on the back of your neck to reach"
                                : "a cut on your lower back to reach");
        assertThat(everybodys.in("unspecified")).isSameAs(everybodys);
    }

    @ParameterizedTest
    @CsvSource({
        "Dr. Kim, con el Dr. Kim en, paciente del Dr. Kim",
        "Dra. Ruiz, con la Dra. Ruiz en, paciente de la Dra. Ruiz"
    })
    void spanishSpeaksOfTheDoctorAsHeOrSheIs(String doctor, String visit, String patient, @TempDir Path folder) {
        EducationLibrary library = ContentCopy.in(folder)
                .change(
                        "clinic.yml",
                        yaml -> yaml.replace("doctor: Dr. Kim", "doctor: { en: Dr. Ruiz, es: " + doctor + " }"))
                .load()
                .library();

        assertThat(library.general("es").text()).contains(visit, patient);
        assertThat(library.general("en").text()).contains("Ask to see Dr. Ruiz in Los Angeles, CA.");
    }

    @Test
    void noTextNamesAPlace() throws Exception {
        try (Stream<Path> files = Files.walk(ContentCopy.ORIGINAL)) {
            assertThat(files.filter(file -> file.toString().matches(".*(\\.md|/wording/.*\\.yml)"))
                            .toList())
                    .hasSizeGreaterThan(12)
                    .allSatisfy(
                            file -> assertThat(Files.readString(file)).doesNotContain("Los Angeles", "Los Ángeles"));
        }
    }

    /** What only a man would say of himself, or be told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "est(oy|á|é) (seguro|solo|listo|cansado|preocupado|interesado)",
                "\\bes sordo\\b",
                "\\blo (haya|ha|operó|revisó|vio|atendió)\\b",
                "bienvenido",
                "estimado",
                "con el \\{\\{doctor",
                "del \\{\\{doctor",
                "(al|el|su) cirujano(?! o cirujana)\\b"
            })
    void spanishDoesNotTakeThePersonForAMan(String pattern) {
        for (EducationSummary handout : handouts()) {
            if (handout.language().equals("es")) {
                assertThat(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                                .matcher(handout.text())
                                .results())
                        .as(handout.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void whoSpeaksNoneOfTheLanguagesGetsTheFirst() {
        assertThat(CONTENT.library().general("hy").language()).isEqualTo("en");
        assertThat(CONTENT.clinic().nearestLanguage("es-MX")).isEqualTo("es");
        assertThat(CONTENT.clinic().nearestLanguage("hy")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "ES", "Es-mx", "es-419", "es_MX", "ES_es", "spa", "spa-MX", "es-Latn-US-x-clinic"})
    void aLanguageIsKnownHoweverItsTagIsWritten(String tag) {
        assertThat(CONTENT.clinic().nearestLanguage(tag)).isEqualTo("es");
        assertThat(CONTENT.clinic().routedLanguage(tag)).isEqualTo("es");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hy", "e", "", "-", "*", "est", "esperanto-", "x-es", "es\u0000", "\uD83D\uDE00"})
    void whatIsNoneOfTheClinicsLanguagesIsOther(String tag) {
        assertThat(CONTENT.clinic().nearestLanguage(tag)).isEqualTo("en");
        assertThat(CONTENT.clinic().routedLanguage(tag)).isEqualTo("other");
    }

    @Test
    void thePhoneNumberCanBeDialled() {
        assertThat(CONTENT.clinic().phone()).isEqualTo("310-423-9716");
        assertThat(CONTENT.clinic().phoneLink()).isEqualTo("+13104239716");
    }
}

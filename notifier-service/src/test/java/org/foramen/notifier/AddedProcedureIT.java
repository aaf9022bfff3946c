package org.foramen.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.matching.Match;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.matching.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic adds a procedure by adding files, and checks them with a command. */
class AddedProcedureIT {

    @TempDir
    Path folder;

    private ContentCopy content;

    @BeforeEach
    void addKyphoplasty() throws Exception {
        content = ContentCopy.in(folder);
        Path general = content.folder().resolve("general");
        Path added = Files.createDirectories(content.folder().resolve("procedures/kyphoplasty"));
        for (String drawing : List.of("spine.svg", "steps.svg")) {
            Files.copy(general.resolve(drawing), added.resolve(drawing));
        }
        for (String language : List.of("en", "es")) {
            String handout = Files.readString(general.resolve(language + ".md"))
                    .replace("id: general", "id: kyphoplasty")
                    .replaceFirst("(?m)^names: .*", "names: [kyphoplasty, cifoplastia]")
                    .replaceFirst("(?m)^aliases: .*", "aliases: [bone cement, cemento en la vértebra]");
            Files.writeString(added.resolve(language + ".md"), handout);
        }
    }

    @Test
    void itHasAPageAndAPdfInEachLanguage() throws Exception {
        ClinicContent loaded = content.load();
        HandoutPdfs pdfs = new HandoutPdfs(loaded);

        for (String language : List.of("en", "es")) {
            EducationSummary handout =
                    loaded.library().find("kyphoplasty", language).orElseThrow();
            assertThat(handout.language()).isEqualTo(language);
            assertThat(handout.html(Medium.PAGE)).contains("<h1>", "<figure>");
            assertThat(handout.pdfName()).isEqualTo("kyphoplasty-" + language + ".pdf");
            try (PDDocument pdf = Loader.loadPDF(pdfs.of(handout))) {
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            }
        }
    }

    @Test
    void itIsFoundByItsNamesAndAliases() {
        ProcedureMatcher matcher =
                ProcedureMatcher.load(content.folder(), content.load().library().names());

        for (String message : List.of(
                "Do you do kyphoplasty?",
                "My mother broke a bone in her back and they want to put bone cement in it.",
                "Me hablaron de poner cemento en la vértebra.")) {
            assertThat(matcher.match(new Question(message, null, null)))
                    .as(message)
                    .isInstanceOfSatisfying(Match.Summary.class, match -> assertThat(match.procedureId())
                            .isEqualTo("kyphoplasty"));
        }
    }

    @Test
    void theCommandFindsNothingWrongWithIt() {
        assertThat(checked()).endsWith("14 handouts checked, 0 problems\n");
    }

    @Test
    void theCommandNamesFileAndFigureOfWhatIsHardToRead() {
        String hard = "Considerable institutional complications necessitate reconsideration. ";
        content.change("procedures/kyphoplasty/en.md", text -> text + "\n" + hard.repeat(40) + "\n");

        assertThat(checked())
                .containsPattern("procedures/kyphoplasty/en.md: Flesch-Kincaid grade \\d+\\.\\d, at most 6 is meant\n");
    }

    @Test
    void theCommandNamesAFileThatIsMissing() throws Exception {
        Files.delete(content.folder().resolve("procedures/kyphoplasty/es.md"));

        assertThat(checked()).contains("procedures/kyphoplasty/es.md, line 1: this file is missing\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title.call", "mail.held-back", "digest.many"})
    void theCommandNamesATextThatMailsLack(String name) throws Exception {
        for (String language : List.of("en", "es")) {
            Path file = content.folder().resolve("wording/" + language + ".yml");
            Files.writeString(file, Files.readString(file).replaceFirst("(?m)^  " + name + ": .*\n", ""));
        }

        assertThat(checked())
                .containsPattern("wording/en.yml, line \\d+: the text 'clinic." + name + "' is missing\n")
                .containsPattern("wording/es.yml, line \\d+: the text 'clinic." + name + "' is missing\n");
    }

    @Test
    void theCommandNamesAPlaceThatAMailCannotFill() throws Exception {
        Path file = content.folder().resolve("wording/en.yml");
        Files.writeString(file, Files.readString(file).replace("call you by {due}", "call you by {day}"));

        assertThat(checked())
                .containsPattern(
                        "wording/en.yml, line \\d+: the text '.+' asks for \\{day}, which is not known there\n");
    }

    private String checked() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        CheckContent.run(
                new String[] {"check-content", content.folder().toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}

package org.foramen.notifier.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.handout.EducationSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was printed once is not printed again, and never mailed when it is out of date. */
class PdfDiskCacheTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final EducationSummary LEAFLET = CONTENT.library().general("en");

    @TempDir
    private Path folder;

    @Test
    void theNextStartTakesThePdfFromTheDisk() throws IOException {
        byte[] printed = start(CONTENT).of(LEAFLET);
        assertThat(files()).hasSize(1);
        assertThat(files().get(0)).hasBinaryContent(printed);

        Files.writeString(files().get(0), "%PDF-1.7 taken from the disk %%EOF\n");

        assertThat(start(CONTENT).of(LEAFLET)).asString().contains("taken from the disk");
    }

    @Test
    void whatIsNoPdfAnyMoreIsPrintedAnew() throws IOException {
        byte[] printed = start(CONTENT).of(LEAFLET);
        Files.write(files().get(0), Arrays.copyOf(printed, printed.length / 2));

        byte[] anew = start(CONTENT).of(LEAFLET);

        assertThat(anew).hasSameSizeAs(printed);
        assertThat(files()).hasSize(1);
        assertThat(files().get(0)).hasBinaryContent(anew);
    }

    @Test
    void aHandoutOfAChangedClinicIsPrintedAnew(@TempDir Path copy) throws IOException {
        start(CONTENT).of(LEAFLET);

        ClinicContent renamed = ContentCopy.in(copy)
                .change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^name: .*", "name: Another Clinic"))
                .load();
        start(renamed).of(renamed.library().general("en"));

        assertThat(files()).hasSize(2);
    }

    @Test
    void whatIsOutOfDateIsRemovedOnceAllAreThere() throws IOException {
        Path old = Files.writeString(folder.resolve("0".repeat(64) + ".pdf"), "as it was");
        Path notOurs = Files.writeString(folder.resolve("letter.pdf"), "somebody else's");

        start(CONTENT).makeAll();

        assertThat(files())
                .hasSize(CONTENT.library().all().size() + 1)
                .contains(notOurs)
                .doesNotContain(old);
    }

    @Test
    void aFolderThatCannotBeWrittenToCostsTimeOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(new HandoutPdfs(CONTENT, file.resolve("handouts")).of(LEAFLET))
                .isNotEmpty();
    }

    private HandoutPdfs start(ClinicContent content) {
        return new HandoutPdfs(content, folder);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

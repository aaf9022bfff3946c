package org.foramen.content.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.foramen.content.file.InvalidContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An approval holds for the text that was read, until its day of review. */
class ApprovalsTests {

    private static final Path FILE = Path.of("leaflet.md");
    private static final String TEXT = "---\nid: x\napproval: pending\ntitle: X\n---\n# X\n\nRead me.\n";

    @Test
    void whatWasSignedIsApprovedAndReadAgain() {
        SignedText signed = new SignedText(FILE, sign(TEXT));

        SignOff signature = signed.approval(Map.of()).signature();

        assertThat(signature).isNotNull();
        assertThat(signature.by()).isEqualTo("Ana \"Ann\" Kim, MD");
        assertThat(signed.withoutApproval().lines().toList().indexOf("# X"))
                .isEqualTo(sign(TEXT).lines().toList().indexOf("# X"));
    }

    @ParameterizedTest
    @CsvSource({"Read me., Read me!", "title: X, title: Y", "id: x, id: y"})
    void whatIsEditedAfterwardsIsNotApproved(String part, String edited) {
        SignedText changed = new SignedText(FILE, sign(TEXT).replace(part, edited));

        assertThatExceptionOfType(InvalidContent.class)
                .isThrownBy(() -> changed.approval(Map.of()))
                .withMessageStartingWith(
                        "leaflet.md, line 3: this text has changed since Ana \"Ann\" Kim, MD approved it on 2026-12-01");
    }

    @Test
    void aBitThatADiskTurnedOverIsNoticed(@TempDir Path folder) throws IOException {
        String text = sign(TEXT + "¿Dónde duele? Llame al 310-555-0112.\n".repeat(20));
        int signed = text.indexOf("title:");
        Random random = new Random(Long.getLong("foramen.seed", 20261128));
        for (int place = 0; place < 300; place++) {
            byte[] rotten = text.getBytes(StandardCharsets.UTF_8);
            int at = signed + random.nextInt(rotten.length - signed);
            rotten[at] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("leaflet.md"), rotten);

            assertThatExceptionOfType(InvalidContent.class).as("byte %d", at).isThrownBy(() -> SignedText.read(file)
                    .approval(Map.of()));
        }
    }

    @Test
    void anotherDrawingIsAnotherText() {
        SignedText text = new SignedText(FILE, TEXT);

        assertThat(text.sha256(Map.of("a.svg", "<svg/>"))).isNotEqualTo(text.sha256(Map.of("a.svg", "<svg />")));
    }

    @Test
    void howLinesEndDoesNotMatter() {
        SignedText windows = new SignedText(FILE, sign(TEXT).replace("\n", "\r\n"));

        assertThat(windows.approval(Map.of()).signature()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-01T23:00:00-08:00, true, 1",
        "2027-12-02T00:10:00-08:00, false, 1",
        "2027-11-02T09:00:00-08:00, true, 1",
        "2027-10-20T09:00:00-08:00, true, 0"
    })
    void anApprovalEndsByTheClinicsCalendarAndIsAnnounced(Instant now, boolean holds, int announced) {
        Approval approval = new Approval(
                new SignOff("Ana Kim, MD", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 12, 1), "0".repeat(64)));
        Approvals approvals = new Approvals(
                List.of(
                        new TextApproval("general/en.md", approval),
                        new TextApproval("general/es.md", new Approval(null))),
                Clock.fixed(now, ZoneId.of("America/Los_Angeles")));

        assertThat(approvals.holds(approval)).isEqualTo(holds);
        assertThat(approvals.ending()).hasSize(announced);
        assertThat(approvals.missing()).hasSize(holds ? 1 : 2);
    }

    private static String sign(String text) {
        SignedText unsigned = new SignedText(FILE, text);
        return unsigned.with(new SignOff(
                "Ana \"Ann\" Kim, MD",
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2027, 12, 1),
                unsigned.sha256(Map.of())));
    }
}

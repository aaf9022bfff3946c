package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.SignedText;
import org.foramen.content.handout.HandoutFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All troubles with approvals are found at once, whatever else is wrong in the folder. */
class ApprovalCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String LEVELS = "language/screening/levels.yml";

    @TempDir
    Path folder;

    private ContentCopy content;

    @BeforeEach
    void copy() {
        content = ContentCopy.in(folder);
    }

    @Test
    void eachTextThatNobodySignedIsNamedWithItsLine() {
        assertThat(remarks())
                .hasSize(15)
                .allSatisfy(remark -> assertThat(remark)
                        .matches(".*\\.(md|yml), line \\d+: not approved: nobody has signed this text"))
                .contains(at("wording/en.yml", 4) + "not approved: nobody has signed this text");
    }

    @Test
    void whatIsSignedForLongIsNoTrouble() {
        sign("general/en.md", "2027-11-30");
        sign(LEVELS, "2027-11-30");

        assertThat(remarks()).hasSize(13).noneMatch(remark -> remark.contains("general/en.md"));
    }

    @Test
    void oneTroubleHidesNoOther() {
        sign("general/en.md", "2026-12-31");
        sign("wording/es.yml", "2026-11-30");
        sign("general/es.md", "2027-11-30");
        content.change("general/es.md", text -> text + "\nMás.\n");
        content.change("procedures/discectomy/en.md", text -> text.replace("approval: pending", "approval: yes"));
        content.change("clinic.yml", text -> "nothing: of this\n");

        assertThat(remarks())
                .hasSize(15)
                .contains(
                        at("general/en.md", 11)
                                + "the approval by Ana Kim, MD ends on 2026-12-31: have the text read again",
                        at("wording/es.yml", 4)
                                + "not approved any more: the word of Ana Kim, MD counted until 2026-11-30")
                .anyMatch(remark ->
                        remark.startsWith(at("general/es.md", 11) + "this text has changed since Ana Kim, MD"))
                .anyMatch(remark -> remark.startsWith(at("procedures/discectomy/en.md", 12)
                        + "approval must be 'pending', or say by, on, reviewBy and sha256"));
    }

    private List<String> remarks() {
        return ApprovalCheck.remarks(folder, TODAY);
    }

    private String at(String file, int line) {
        return content.folder().resolve(file) + ", line " + line + ": ";
    }

    private void sign(String file, String reviewBy) {
        Path path = content.folder().resolve(file);
        SignedText text = SignedText.read(path);
        String hash = file.endsWith(".md") ? HandoutFile.hashToApprove(path) : text.sha256(Map.of());
        LocalDate end = LocalDate.parse(reviewBy);
        content.change(file, whole -> text.with(new SignOff("Ana Kim, MD", end.minusYears(1), end, hash)));
    }
}

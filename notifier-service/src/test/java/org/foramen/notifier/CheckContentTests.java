package org.foramen.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.foramen.content.ContentCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command says all that is wrong, also where the folder cannot be loaded. */
class CheckContentTests {

    @TempDir
    Path folder;

    @Test
    void approvalsAreCheckedInAFolderThatDoesNotLoad() {
        String elsewhere =
                "approval: { by: A. Kim, on: 2025-12-01, reviewBy: 2999-12-01, sha256: %s }".formatted("0".repeat(64));
        ContentCopy content = ContentCopy.in(folder)
                .change("clinic.yml", text -> "nothing: of this\n")
                .change("general/en.md", text -> text.replace("approval: pending", elsewhere))
                .change("general/es.md", text -> text.replace("approval: pending", elsewhere));

        List<String> said = check(content.folder());

        assertThat(said)
                .anyMatch(line -> line.startsWith(content.folder().resolve("clinic.yml") + ", line "))
                .filteredOn(line -> line.contains("this text has changed since A. Kim approved it"))
                .hasSize(2);
        assertThat(said)
                .filteredOn(line -> line.endsWith("not approved: nobody has signed this text"))
                .hasSize(13);
    }

    @Test
    void whatStopsALoadAndIsAnApprovalsTroubleIsSaidOnce() {
        String elsewhere =
                "approval: { by: A. Kim, on: 2025-12-01, reviewBy: 2999-12-01, sha256: %s }".formatted("0".repeat(64));
        ContentCopy content =
                ContentCopy.in(folder).change("general/en.md", text -> text.replace("approval: pending", elsewhere));

        assertThat(check(content.folder()))
                .filteredOn(line -> line.contains("general/en.md"))
                .hasSize(1);
    }

    @Test
    void aHolidayOfThePastAMailThatCannotBeWrittenAndAConsoleWithoutWordsAreSaidAtOnce() {
        ContentCopy content = ContentCopy.in(folder)
                .change("clinic.yml", text -> text.replace("holidays: [", "holidays: [2019-12-25, "))
                .change("wording/en.yml", text -> without(text, "hello"))
                .change("wording/es.yml", text -> without(without(text, "board.came"), "console.did.hold"));
        content.change("wording/en.yml", text -> without(without(text, "board.came"), "console.did.hold"));
        content.change("wording/es.yml", text -> without(text, "hello"));

        assertThat(check(content.folder()))
                .anyMatch(line -> line.matches(
                        content.folder() + "/clinic.yml, line \\d+: the holiday 2019-12-25 is of a year that is over"))
                .anyMatch(line ->
                        line.matches(content.folder() + "/wording/en.yml, line \\d+: the text 'mail.hello' is missing"))
                .anyMatch(line -> line.matches(".+/wording/es.yml, line \\d+: the text 'clinic.board.came' is missing"))
                .anyMatch(line -> line.contains("/wording/en.yml, ") && line.contains("'clinic.board.came' is missing"))
                .anyMatch(line -> line.contains("/wording/en.yml, ") && line.contains("'clinic.console.did.hold'"));
    }

    @Test
    void eachBadInputIsSaidInOneRunWithItsFileAndLine() {
        String elsewhere =
                "approval: { by: A. Kim, on: 2025-12-01, reviewBy: 2999-12-01, sha256: %s }".formatted("0".repeat(64));
        ContentCopy content = ContentCopy.in(folder)
                .change(
                        "clinic.yml",
                        text -> "fax: 310-555-0100\n"
                                + text.replace("holidays: [", "holidays: [2019-12-25, ")
                                        .replace("9:00-17:00", "17:00-9:00"))
                .change("general/en.md", text -> text.replace("approval: pending", elsewhere))
                .change("wording/en.yml", text -> text.replaceFirst(
                                "(?m)^  preheader.call: .*", "  preheader.call: \"By {dew}\"")
                        .replaceFirst("(?m)^  when.long: .*", "  when.long: qwerty")
                        .replaceFirst("(?m)^  reply: .*", "  reply: \"{who}\""))
                .change("language/screening/aorta/en.yml", text -> text + "whatever: x\n");

        List<String> said = check(content.folder());

        assertThat(said.stream()
                        .filter(line -> line.contains(", line "))
                        .filter(line -> !line.contains("nobody has signed")))
                .allMatch(line -> line.matches(".+, line \\d+: .+"))
                .hasSizeGreaterThanOrEqualTo(8)
                .anyMatch(line -> line.endsWith("clinic.yml, line 1: nothing is known about 'fax'"))
                .anyMatch(line ->
                        line.contains("clinic.yml, line ") && line.contains("must have hours such as 9:00-17:00"))
                .anyMatch(line -> line.contains("clinic.yml, line ")
                        && line.endsWith("the holiday 2019-12-25 is of a year that is over"))
                .anyMatch(line ->
                        line.contains("general/en.md, line ") && line.contains("this text has changed since A. Kim"))
                .anyMatch(line -> line.contains("wording/en.yml, line ")
                        && line.endsWith("the text 'mail.preheader.call' asks for {dew}, which is not known there"))
                .anyMatch(line -> line.contains("wording/en.yml, line ")
                        && line.endsWith("the text 'mail.reply' asks for {who}, which is not known there"))
                .anyMatch(line -> line.contains("wording/en.yml, line ")
                        && line.contains("the text 'clinic.when.long' is no pattern of a day or a time"))
                .anyMatch(line -> line.contains("language/screening/aorta/en.yml"));
    }

    private static String without(String text, String name) {
        return text.replaceFirst("(?m)^  " + name + ":.*\\R", "");
    }

    private static List<String> check(Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean well = CheckContent.run(
                new String[] {CheckContent.COMMAND, folder.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(well).isFalse();
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

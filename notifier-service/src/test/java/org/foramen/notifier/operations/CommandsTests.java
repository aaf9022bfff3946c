package org.foramen.notifier.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.topic.InquiryName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that ask the ledger alone. */
class CommandsTests {

    private static final String LEDGER = "--spring.datasource.url=jdbc:h2:mem:commands;MODE=PostgreSQL";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void theAuditIsWrittenAsTheConsoleHasItAndNoCellIsAFormula() throws Exception {
        AuditLog audit = new AuditLog(JdbcClient.create(Ledgers.database("commands")));
        audit.note("erase", "K7F392QX0123456789ABCDEFGH", "=cmd|\"calc\"", Instant.parse("2026-11-28T18:00:00Z"));
        audit.note("hold", "K7F392QX0123456789ABCDEFGH", "ana", Instant.parse("2026-11-28T18:00:01Z"));

        assertThat(run("export-audit", folder.resolve("audit.csv").toString(), LEDGER))
                .isTrue();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Entries written: 2");
        assertThat(Files.readString(folder.resolve("audit.csv")))
                .isEqualTo(
                        """
                        when,who,what,on\r
                        2026-11-28T18:00:01Z,"ana","hold","K7F392QX0123456789ABCDEFGH"\r
                        2026-11-28T18:00:00Z,"'=cmd|""calc""\","erase","K7F392QX0123456789ABCDEFGH"\r
                        """);
    }

    @Test
    void aLedgerThatCannotBeOpenedIsSaidInASentence() {
        String nowhere = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE";

        assertThat(run("export-audit", folder.resolve("audit.csv").toString(), nowhere))
                .isFalse();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The ledger cannot be asked");
        assertThat(folder.resolve("audit.csv")).as("no table that looks whole").doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Ledgers.database("commands");

        assertThat(run("export-audit", folder.toString(), LEDGER)).isFalse();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains(folder + " cannot be written");
    }

    /** A spreadsheet may take a sign after what it skips for one that begins the cell, and a semicolon for the end of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\r\n@x",
                " =1",
                "\u00a0=1",
                "\ufeff=1",
                "\u200b+1",
                "\u2060-1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20SUM(1)",
                "\u22121",
                "\ufe661",
                "\u202e=1",
                "\u0000=1",
                "\"=1\"",
                "|=1",
                "%0A=1"
            })
    void noCellBeginsAsAFormula(String text) {
        assertThat(AuditTable.cell(text)).startsWith("\"'");
        assertThat(AuditTable.cell("ana;" + text)).startsWith("\"ana;'");
        assertThat(AuditTable.cell("ana" + text)).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "2-17",
                "Ana-Maria Kim",
                "ana.kim@clinic.example",
                "\u00d1u\u00f1ez",
                "7",
                "K7F392QX0123456789ABCDEFGH",
                ""
            })
    void whatIsNoFormulaStaysAsItIs(String text) {
        assertThat(AuditTable.cell(text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @MethodSource
    void whatNothingCanBeCalledIsRefusedBeforeAnythingIsAsked(List<String> args) {
        assertThat(Commands.run(args.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isFalse();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Nothing was done")
                .doesNotContain("ana@example.com")
                .hasLineCount(1);
    }

    static Stream<List<String>> whatNothingCanBeCalledIsRefusedBeforeAnythingIsAsked() {
        List<String> odd = List.of(
                "",
                " ",
                "-",
                "--",
                "*",
                "K7F3-92Q*",
                "\"K7F3-92QX\"",
                "'K7F3-92QX'",
                "K7F3\u0000",
                "K7F3-92Q",
                "K7F3-92QU",
                "../K7F3-92QX",
                "K7F3-92QX\nK7F3-92QY",
                "ana@example.com",
                "ANA@EXAMPLE.COM",
                "+13105550112",
                "2-17,2-18",
                "K".repeat(27),
                "7".repeat(100_000));
        Stream<List<String>> wrong = Stream.of("erase", "export", "hold", "lift-hold", "replay")
                .flatMap(command -> odd.stream().map(what -> List.of(command, what)));
        Stream<List<String>> howMany = Stream.of(
                List.of("erase"),
                List.of("erase", "K7F3-92QX", "K7F3-92QY"),
                List.of("hold", "K7F3-92QX", "--by", "Ana"),
                List.of("replay", "ALL"),
                List.of("replay", "K7F3-92QX"),
                List.of("export-audit", ""));
        return Stream.concat(wrong, howMany);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"K7F3-92QX", "k7f3-92qx", "K7F392QX", " K7F3-92QX ", "K7F392QXO", "K7F392QX0123456789ABCDEFGH"})
    void aReferenceIsReadAsPeopleWriteIt(String written) {
        assertThat(InquiryName.of(written).isOf("K7F392QX0123456789ABCDEFGH")).isTrue();
        assertThat(InquiryName.of(written).isOf("K7F492QX0123456789ABCDEFGH")).isFalse();
    }

    private boolean run(String... args) {
        String[] all = Stream.concat(
                        Arrays.stream(args),
                        Stream.of("--foramen.data=" + folder, "--spring.datasource.hikari.connection-timeout=500"))
                .toArray(String[]::new);
        return Commands.run(all, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}

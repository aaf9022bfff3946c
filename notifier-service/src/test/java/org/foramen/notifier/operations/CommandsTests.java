package org.foramen.notifier.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.Ledgers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private boolean run(String... args) {
        String[] all = Stream.concat(
                        Arrays.stream(args),
                        Stream.of("--foramen.data=" + folder, "--spring.datasource.hikari.connection-timeout=500"))
                .toArray(String[]::new);
        return Commands.run(all, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}

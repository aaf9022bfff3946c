package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTablesTests {

    private static final int OLD_ROWS = 20;

    @TempDir
    Path folder;

    @Test
    void aFirstStartThatIsCutOffAfterAnyStatementIsBegunAnew() {
        Cuts cuts = new Cuts(folder);
        start(folder, cuts);

        assertThat(cuts.left).hasSizeGreaterThan(40);
        assertThat(everyTenth(cuts.left)).allSatisfy(left -> {
            start(left);
            assertThat(deliveries(left)).isZero();
        });
    }

    @Test
    void anUpgradeThatIsCutOffAfterAnyStatementIsBegunAnewWithAllThatWasNoted() {
        anOldLedger();
        Cuts cuts = new Cuts(folder);
        start(folder, cuts);

        assertThat(cuts.left).hasSizeGreaterThan(40);
        assertThat(cuts.left.subList(0, 10)).allSatisfy(this::assertUpgradesWhole); // V7, which carries the rows over
        assertThat(everyTenth(cuts.left)).allSatisfy(this::assertUpgradesWhole);
    }

    @Test
    void anUpgradeThatIsCutOffTwiceIsBegunAnew() {
        anOldLedger();
        Cuts first = new Cuts(folder);
        start(folder, first);
        Path left = first.left.get(3);
        Cuts second = new Cuts(left);
        start(left, second);

        assertUpgradesWhole(second.left.get(5));
    }

    @Test
    void whatIsNotedAfterAnUpgradeIsThereAtTheNextStart() {
        anOldLedger();
        start(folder);
        note(folder);

        start(folder);

        assertThat(deliveries(folder)).isEqualTo(OLD_ROWS);
        assertThat(slots(folder)).isEqualTo(1);
        assertThat(folder).isDirectoryNotContaining("glob:**.zip*");
    }

    @Test
    void aLedgerThatAnotherProcessUpgradesIsLeftAlone() throws IOException {
        start(folder);
        note(folder);
        try (HikariDataSource open = pool(folder)) {
            assertThat(slots(open)).isEqualTo(1);
            Files.writeString(folder.resolve("ledger.before-upgrade.zip"), "another's");

            pool(folder).close();

            assertThat(folder.resolve("ledger.before-upgrade.zip")).hasContent("another's");
            assertThat(slots(open)).isEqualTo(1);
        }
    }

    @Test
    void aCopyThatIsNotWholeIsNotPutInPlaceOfTheLedger() throws IOException {
        anOldLedger();
        Cuts cuts = new Cuts(folder);
        start(folder, cuts);
        Path left = cuts.left.get(0);
        Path copy = left.resolve("ledger.before-upgrade.zip");
        byte[] rotten = Files.readAllBytes(copy);
        rotten[rotten.length / 2] ^= 1;
        Files.write(copy, rotten);
        byte[] before = Files.readAllBytes(left.resolve("ledger.mv.db"));

        assertThatExceptionOfType(RefusedLedger.class).isThrownBy(() -> pool(left));

        assertThat(left.resolve("ledger.mv.db")).hasBinaryContent(before);
    }

    @Test
    void aCopyThatIsNoneIsSaidInASentenceAndTheLedgerIsLeftAsItIs() throws IOException {
        start(folder);
        Path copy = folder.resolve("ledger.before-upgrade.zip");
        Path file = folder.resolve("ledger.mv.db");
        byte[] before = Files.readAllBytes(file);

        Files.createFile(copy);
        assertCopyRefused(copy);
        Files.writeString(copy, "no zip");
        assertCopyRefused(copy);
        Files.delete(copy);
        Files.createDirectory(copy);
        assertCopyRefused(copy);

        assertThat(file).hasBinaryContent(before);
    }

    private void assertCopyRefused(Path copy) {
        assertThatExceptionOfType(RefusedLedger.class)
                .isThrownBy(() -> pool(folder))
                .withMessageContaining(copy.toString())
                .satisfies(refused -> assertThat(
                                new StartRefusedByLedger().analyze(refused).getAction())
                        .contains("move that file away"));
    }

    @Test
    void aLedgerThatANewerNotifierChangedIsLeftAlone() {
        start(folder);
        try (HikariDataSource pool = pool(folder)) {
            JdbcClient.create(pool)
                    .sql(
                            """
                            insert into "flyway_schema_history"
                            select "installed_rank" + 1, '901', 'of tomorrow', "type", 'V901__of_tomorrow.sql', "checksum",
                                "installed_by", "installed_on", 1, true
                            from "flyway_schema_history" order by "installed_rank" desc limit 1
                            """)
                    .update();

            assertThatExceptionOfType(RefusedLedger.class)
                    .isThrownBy(() -> new LedgerTables().migrate(flyway(pool)))
                    .withMessageMatching(
                            "The ledger was changed by a newer version of the notifier: it is at 901, this notifier knows it up to \\d+\\.")
                    .satisfies(refused -> assertThat(
                                    new StartRefusedByLedger().analyze(refused).getAction())
                            .startsWith("Start the newer version again."));
        }
    }

    /** What a disk, a copy that was cut short, or a person makes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"other bytes", "zeros", "its first page alone", "its first 100 bytes", "a text"})
    void aDamagedFileIsSaidAtOnceAndLeftAsItIs(String what) throws IOException {
        start(folder);
        Path file = folder.resolve("ledger.mv.db");
        byte[] was = Files.readAllBytes(file);
        byte[] damaged =
                switch (what) {
                    case "other bytes" -> otherBytes(was.length);
                    case "zeros" -> new byte[was.length];
                    case "its first page alone" -> Arrays.copyOf(was, 4096);
                    case "its first 100 bytes" -> Arrays.copyOf(was, 100);
                    default -> "no ledger\n".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
                };
        Files.write(file, damaged);

        assertRefusedAtOnce(
                "The ledger " + file + " is damaged and cannot be opened.", "Put it back from your backup.");

        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void whatIsNoFileIsSaidAtOnce() throws IOException {
        Path file = folder.resolve("ledger.mv.db");
        String sentence = "The ledger " + file + " is no file that this notifier may read and write.";

        Files.createDirectory(file);
        assertRefusedAtOnce(sentence, "Let it read and write there");

        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("nowhere").resolve("ledger"));
        assertRefusedAtOnce(sentence, "Let it read and write there");
    }

    /** The file is no reason to give up; who holds it may let go of it while Flyway tries again. */
    @Test
    void aFileThatAnotherHoldsIsWaitedFor() throws IOException {
        start(folder);
        Path file = folder.resolve("ledger.mv.db");
        try (FileChannel held = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = held.lock();
                HikariDataSource pool = pool(folder)) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> new LedgerTables().migrate(flyway(pool)));
        }
    }

    /** Flyway, which tries again for minutes, is not asked. */
    private void assertRefusedAtOnce(String sentence, String wayOut) {
        try (HikariDataSource pool = pool(folder)) {
            Flyway patient =
                    Flyway.configure().dataSource(pool).connectRetries(60).load();

            assertThatExceptionOfType(RefusedLedger.class)
                    .isThrownBy(() -> new LedgerTables().migrate(patient))
                    .withMessage(sentence)
                    .satisfies(refused -> assertThat(
                                    new StartRefusedByLedger().analyze(refused).getAction())
                            .startsWith(wayOut));
        }
    }

    private static byte[] otherBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(25).nextBytes(bytes);
        return bytes;
    }

    private static Flyway flyway(HikariDataSource pool) {
        return Flyway.configure().dataSource(pool).load();
    }

    private void assertUpgradesWhole(Path left) {
        start(left);
        assertThat(deliveries(left)).isEqualTo(OLD_ROWS);
    }

    /** As a notifier of 0.1.0 left it. */
    private void anOldLedger() {
        try (HikariDataSource pool = pool(folder)) {
            Flyway.configure().dataSource(pool).target("6").load().migrate();
            for (int number = 0; number < OLD_ROWS; number++) {
                JdbcClient.create(pool)
                        .sql(
                                """
                                insert into delivery (inquiry_id, audience, state, attempts, unknowns, message_id, topic_partition,
                                    topic_offset, owed_since)
                                values (?, 'clinic', 'sent', 1, 0, ?, 0, ?, current_timestamp)
                                """)
                        .params("%026d".formatted(number), "m" + number, number)
                        .update();
            }
        }
    }

    private static void start(Path folder, Callback... callbacks) {
        try (HikariDataSource pool = pool(folder)) {
            new LedgerTables()
                    .migrate(Flyway.configure()
                            .dataSource(pool)
                            .callbacks(callbacks)
                            .load());
        }
    }

    private static void note(Path folder) {
        try (HikariDataSource pool = pool(folder)) {
            JdbcClient.create(pool)
                    .sql(
                            "insert into patient_mail_slot (address_hash, on_day, slot) values ('x', date '2026-11-28', 1)")
                    .update();
        }
    }

    private static long deliveries(Path folder) {
        try (HikariDataSource pool = pool(folder)) {
            return count("delivery", pool);
        }
    }

    private static long slots(Path folder) {
        try (HikariDataSource pool = pool(folder)) {
            return slots(pool);
        }
    }

    private static long slots(HikariDataSource pool) {
        return count("patient_mail_slot", pool);
    }

    private static long count(String table, HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static List<Path> everyTenth(List<Path> all) {
        List<Path> some = new ArrayList<>();
        for (int number = 0; number < all.size(); number += 10) {
            some.add(all.get(number));
        }
        return some;
    }

    private static HikariDataSource pool(Path folder) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("ledger") + ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE");
        pool.setMaximumPoolSize(3);
        return (HikariDataSource) new LedgerConnections().postProcessBeforeInitialization(pool, "dataSource");
    }

    /** What the disk holds after each statement; that is what a process leaves that is killed there. */
    private static final class Cuts implements Callback {

        private final List<Path> left = new ArrayList<>();
        private final Path folder;

        Cuts(Path folder) {
            this.folder = folder;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                Path cut = Files.createDirectory(folder.resolve("cut-" + left.size()));
                for (String file : List.of("ledger.mv.db", "ledger.before-upgrade.zip")) {
                    Files.copy(folder.resolve(file), cut.resolve(file));
                }
                left.add(cut);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE_STATEMENT;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public String getCallbackName() {
            return "cuts";
        }
    }
}

package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.foramen.base.SealKeyFiles;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One bit that the disk under PostgreSQL turned over, at a place drawn by a seed ({@code -Dforamen.seed}). */
@Timeout(300)
@ExtendWith(OutputCaptureExtension.class)
class DamagedPageIT {

    private static final int ROWS = 600;
    private static final int DUE = 5;
    private static final int PAGE = 8192;

    private final long seed = Long.getLong("foramen.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final LedgerConnections connections = new LedgerConnections();

    @TempDir
    Path folder;

    @Test
    void isNoticedAndToldAndWhatStandsElsewhereIsReadAsItWasWritten(CapturedOutput output) throws Exception {
        ChecksummedPostgres server = new ChecksummedPostgres(folder.resolve("postgresql"));
        List<Optional<Delivery>> noted = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        Path file;
        try (EmbeddedPostgres postgres = server.start();
                HikariDataSource pool = pool(postgres)) {
            Flyway.configure().dataSource(pool).load().migrate();
            Ledger ledger = ledger(pool);
            for (int number = 0; number < ROWS; number++) {
                if (number < ROWS - DUE) {
                    ledger.withhold(key(number), new Position(0, number), Reason.RECONCILED, Instant.now());
                } else {
                    ledger.owe(key(number), new Position(0, number), Reason.RECONCILED, Instant.now());
                }
                noted.add(ledger.find(key(number)));
                pages.add(page(number, pool));
            }
            file = server.file(JdbcClient.create(pool)
                    .sql("select pg_relation_filepath('delivery')")
                    .query(String.class)
                    .single());
        }
        int last = pages.get(ROWS - DUE);
        int rotten = random.nextInt(last); // not where what is due stands, and new rows go to
        turnABitOver(file, rotten);

        try (EmbeddedPostgres postgres = server.start();
                HikariDataSource pool = pool(postgres)) {
            Ledger ledger = ledger(pool);
            for (int number = 0; number < ROWS; number++) {
                int row = number;
                if (pages.get(number) == rotten) {
                    assertThatThrownBy(() -> ledger.find(key(row)))
                            .as("row %d, seed %d", row, seed)
                            .matches(Ledger::isAway, "waits")
                            .hasMessageContaining("invalid page in block " + rotten);
                } else {
                    assertThat(ledger.find(key(number)))
                            .as("row %d, seed %d", number, seed)
                            .isEqualTo(noted.get(number));
                }
            }
            assertThat(ledger.beginNew(key(ROWS), new Position(0, ROWS), null, Instant.now()))
                    .as("a new inquiry")
                    .isPresent();
            assertThat(new DueDeliveries(JdbcClient.create(pool)).find(Set.of(Audience.NOTICE), Instant.now(), ROWS))
                    .as("what is due, on another page")
                    .hasSize(DUE);
            assertThat(refused()).isEqualTo(rowsOn(rotten, pages));
            assertThat(output.getAll())
                    .containsOnlyOnce("The ledger is damaged on its disk (ERROR: invalid page in block " + rotten);

            asTheRunbookSays(pool);
            assertThat(JdbcClient.create(pool)
                            .sql("select count(*) from delivery")
                            .query(Long.class)
                            .single())
                    .isEqualTo(ROWS + 1 - rowsOn(rotten, pages));
        }
    }

    private Ledger ledger(HikariDataSource pool) {
        Path keys = folder.resolve("keys");
        SealKeyFiles.makeIfAbsent(keys);
        return Ledgers.in(pool, keys, Settings.defaults());
    }

    private HikariDataSource pool(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        return (HikariDataSource) connections.postProcessBeforeInitialization(pool, "dataSource");
    }

    private static DeliveryKey key(int number) {
        return new DeliveryKey(new Subject.DeadLetter(new Position(0, number)), Audience.NOTICE);
    }

    /** Which page of its table a row stands on. */
    private static int page(int number, HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql(
                        "select (ctid::text::point)[0]::integer from delivery where subject_kind = 'dead-letter' and subject_id = ?")
                .param(key(number).subject().id())
                .query(Integer.class)
                .single();
    }

    private static void asTheRunbookSays(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set zero_damaged_pages = on");
            statement.execute("vacuum full delivery");
        }
    }

    private static long rowsOn(int page, List<Integer> pages) {
        return pages.stream().filter(one -> one == page).count();
    }

    private double refused() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        connections.bindTo(metrics);
        return metrics.get("foramen.ledger.damaged").functionCounter().count();
    }

    private void turnABitOver(Path file, int page) throws IOException {
        long place = (long) page * PAGE + random.nextInt(PAGE);
        try (FileChannel disk = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            disk.read(one, place);
            one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(8)));
            disk.write(one.flip(), place);
        }
    }
}

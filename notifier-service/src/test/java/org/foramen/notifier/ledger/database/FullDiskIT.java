package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger whose disk was full goes on by itself, with the same pool, when there is room again, and has what was noted. */
@Timeout(120)
class FullDiskIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MORE_THAN_FIT = 50_000;

    @TempDir
    Path folder;

    private JdbcClient jdbc;
    private LedgerHealth health;

    @Test
    void aLedgerInAFile() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("h2"), 4);
                HikariDataSource pool = pool("jdbc:h2:file:" + disk.place().resolve("ledger")
                        + ";MODE=PostgreSQL;WRITE_DELAY=0;PAGE_SIZE=4096;DB_CLOSE_ON_EXIT=FALSE")) {
            goesOnWhenThereIsRoomAgain(pool, disk, () -> await("a file that closed itself is told")
                    .atMost(SOON)
                    .until(this::isDown));
        }
    }

    @Test
    void aLedgerInPostgresql() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("postgresql"), 100);
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(disk.place().resolve("data"))
                        .start();
                HikariDataSource pool = pool(postgres.getJdbcUrl("postgres", "postgres"))) {
            goesOnWhenThereIsRoomAgain(
                    pool, disk, () -> {}); // what is there can be changed; the send loops tell the rest
        }
    }

    private void goesOnWhenThereIsRoomAgain(HikariDataSource pool, SmallDisk disk, Runnable whileFull)
            throws Exception {
        Flyway.configure().dataSource(pool).load().migrate();
        jdbc = JdbcClient.create(pool);
        health = new LedgerHealth(jdbc, Duration.ZERO);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        disk.fill();
        List<DeliveryKey> noted = new ArrayList<>();
        for (int number = 0; number < MORE_THAN_FIT && note(key(number)); number++) {
            noted.add(key(number));
        }
        assertThat(noted).hasSizeLessThan(MORE_THAN_FIT);
        whileFull.run();

        disk.free();

        await("it goes on").atMost(SOON).until(() -> !isDown() && note(key(MORE_THAN_FIT)));
        assertThat(jdbc.sql("select count(*) from delivery where subject_kind = 'dead-letter'")
                        .query(Long.class)
                        .single())
                .as("what was noted, and the one now; whatever was under way may be there too")
                .isBetween(noted.size() + 1L, noted.size() + 2L);
    }

    private boolean isDown() {
        return health.health().getStatus().equals(Status.DOWN);
    }

    private static DeliveryKey key(int number) {
        return new DeliveryKey(new Subject.DeadLetter(new Position(0, number)), Audience.NOTICE);
    }

    private boolean note(DeliveryKey key) {
        try {
            jdbc.sql(
                            "insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts,"
                                    + " unknowns, message_id, topic_partition, topic_offset, owed_since)"
                                    + " values ('dead-letter', ?, 'notice', 1, 'owed', ?, 0, 0, ?, 0, 0, ?)")
                    .params(
                            key.subject().id(),
                            Reason.RECONCILED.code(),
                            "x".repeat(100) + key.subject().id(),
                            OffsetDateTime.now(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (RuntimeException e) {
            assertThat(Ledger.isAway(e)).as("%s means that one waits", e).isTrue();
            return false;
        }
    }

    private static HikariDataSource pool(String address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        pool.setConnectionTimeout(5000);
        new LedgerConnections().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}

package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foramen.notifier.ledger.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readiness says of a ledger in PostgreSQL. */
class LedgerHealthIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aRowThatSomebodyElseHoldsFastIsToldAndHoldsNobodyUp() throws Exception {
        DataSource database = Postgres.database("health");
        Flyway.configure().dataSource(database).load().migrate();
        LedgerHealth health = new LedgerHealth(JdbcClient.create(database), Duration.ZERO);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        try (Connection another = database.getConnection();
                Statement statement = another.createStatement()) {
            another.setAutoCommit(false);
            statement.executeUpdate("update ledger_probe set written_at = now()");
            assertTimeoutPreemptively(
                    SOON, () -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
            another.rollback();
        }

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    /** As when another server has taken over, and the address leads there for whoever connects anew. */
    @Test
    void aConnectionThroughWhichNothingCanBeWrittenIsNotKept() throws Exception {
        DataSource database = Postgres.database("taken_over");
        Flyway.configure().dataSource(database).load().migrate();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database.unwrap(HikariDataSource.class).getDataSource());
            pool.setMaximumPoolSize(1);
            new LedgerConnections().postProcessBeforeInitialization(pool, "dataSource");
            JdbcClient ledger = JdbcClient.create(pool);
            LedgerHealth health = new LedgerHealth(ledger, Duration.ZERO);
            ledger.sql("set session characteristics as transaction read only").update();

            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}

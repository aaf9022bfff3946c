package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
}

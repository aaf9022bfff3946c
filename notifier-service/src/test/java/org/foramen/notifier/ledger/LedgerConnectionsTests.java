package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

class LedgerConnectionsTests {

    @Test
    void aPostgresqlThatSaysNothingIsGivenUp() {
        try (HikariDataSource pool = poolOf("jdbc:postgresql://ledger:5432/ledger")) {
            assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "60");
        }
    }

    @Test
    void anotherDatabaseIsToldNothingItDoesNotKnow() {
        try (HikariDataSource pool = poolOf("jdbc:h2:mem:ledger")) {
            assertThat(pool.getDataSourceProperties()).isEmpty();
        }
    }

    private static HikariDataSource poolOf(String address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        return (HikariDataSource) new LedgerConnections().postProcessBeforeInitialization(pool, "dataSource");
    }
}

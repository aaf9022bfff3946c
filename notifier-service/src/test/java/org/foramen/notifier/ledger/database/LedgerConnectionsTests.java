package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:%s/ledger;WRITE_DELAY=0", "jdbc:h2:%s/ledger;WRITE_DELAY=0"})
    void aLedgerInAFileIsForcedToTheDisk(String address, @TempDir Path folder) throws SQLException {
        try (HikariDataSource pool = poolOf(address.formatted(folder.toAbsolutePath()));
                Connection connection = pool.getConnection()) {
            assertThat(connection.getMetaData().getURL()).startsWith("jdbc:h2:forced:" + folder.toAbsolutePath());
            assertThat(folder.resolve("ledger.mv.db")).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:ledger", "jdbc:h2:tcp://localhost/ledger", "jdbc:h2:nio:/data/ledger"})
    void aLedgerElsewhereIsLeftWhereItIs(String address) {
        try (HikariDataSource pool = poolOf(address)) {
            assertThat(pool.getJdbcUrl()).isEqualTo(address);
        }
    }

    private static HikariDataSource poolOf(String address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        return (HikariDataSource) new LedgerConnections().postProcessBeforeInitialization(pool, "dataSource");
    }
}

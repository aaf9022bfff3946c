package org.foramen.notifier.ledger.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the ledger's tables, and changes those of an older version: all of it or nothing, also where a start is cut off. */
@Component
class LedgerTables implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(LedgerTables.class);

    @Override
    public void migrate(Flyway flyway) {
        DataSource connections = flyway.getConfiguration().getDataSource();
        refuseAFileThatCannotBeOpened(connections);
        RefusedLedger.ifNewer(flyway.info());
        JdbcTemplate ledger = new JdbcTemplate(connections);
        Optional<UpgradeCopy> copy = flyway.info().pending().length == 0
                ? Optional.empty()
                : UpgradeCopy.of(String.valueOf(
                        ledger.execute((Connection one) -> one.getMetaData().getURL())));
        try {
            if (copy.isPresent()) {
                copy.get().make(JdbcClient.create(ledger));
            }
            flyway.migrate();
            if (copy.isPresent()) {
                copy.get().remove();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be kept as it is while its tables are changed", e);
        }
    }

    /** A server may be up a moment later, which is waited for; a damaged file never is. */
    private static void refuseAFileThatCannotBeOpened(DataSource connections) {
        if (!(connections instanceof HikariDataSource pool)) {
            return;
        }
        Optional<Path> file = UpgradeCopy.of(String.valueOf(pool.getJdbcUrl())).map(UpgradeCopy::ledger);
        if (file.isEmpty()) {
            return;
        }
        try (Connection one = pool.getConnection()) {
            log.debug("the ledger is {}", one);
        } catch (SQLException | RuntimeException e) { // else Flyway tries again for minutes
            RefusedLedger.of(file.get(), e).ifPresent(refused -> {
                throw refused;
            });
        }
    }
}

package org.foramen.notifier.ledger.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the ledger's tables, and changes those of an older version: all of it or nothing, also where a start is cut off. */
@Component
class LedgerTables implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        NewerLedger.refuse(flyway.info());
        JdbcTemplate ledger = new JdbcTemplate(flyway.getConfiguration().getDataSource());
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
}

package org.foramen.notifier.ledger.database;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the ledger's tables, and makes them anew where a first start was cut off in the middle: H2 makes tables one by one,
 * outside of transactions, so that a cut of the power leaves some of them, with which no start would go on.
 */
@Component
class LedgerTables implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(LedgerTables.class);

    @Override
    public void migrate(Flyway flyway) {
        NewerLedger.refuse(flyway.info());
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (!isEmptyH2(flyway)) {
                throw e;
            }
            log.warn(
                    "The ledger's tables are not whole, for an earlier start was cut off; they are empty and made anew");
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .cleanDisabled(false)
                    .load()
                    .clean();
            flyway.migrate();
        }
    }

    /** Nothing was ever noted in it but by the migrations themselves. */
    private static boolean isEmptyH2(Flyway flyway) {
        JdbcTemplate template = new JdbcTemplate(flyway.getConfiguration().getDataSource());
        JdbcClient jdbc = JdbcClient.create(template);
        return "H2".equals(template.execute((Connection one) -> one.getMetaData()
                        .getDatabaseProductName()))
                && tables(jdbc).stream().allMatch(table -> isEmpty(table, jdbc));
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select table_name from information_schema.tables
                        where lower(table_schema) = 'public' and lower(table_name) not in ('flyway_schema_history', 'ledger_probe')
                        """)
                .query(String.class)
                .list();
    }

    private static boolean isEmpty(String table, JdbcClient jdbc) {
        return jdbc.sql("select count(*) from \"%s\"".formatted(table))
                        .query(Long.class)
                        .single()
                == 0;
    }
}

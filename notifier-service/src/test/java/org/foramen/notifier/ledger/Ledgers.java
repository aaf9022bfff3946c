package org.foramen.notifier.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.settings.NotifierSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers in memory, for tests of whoever uses one. */
public final class Ledgers {

    /** Tables whose rows come with them. */
    private static final Set<String> FILLED = Set.of("flyway_schema_history", "outcome_turn");

    private static final Set<String> WITH_TABLES = ConcurrentHashMap.newKeySet();

    private Ledgers() {}

    /** An empty database of this name, with the ledger's tables. */
    public static DataSource database(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return emptied(database);
    }

    /** The database with the ledger's tables, and nothing in them; they are made once in a run. */
    public static DataSource emptied(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        if (WITH_TABLES.add(address(database))) {
            Flyway.configure().dataSource(database).load().migrate();
        }
        jdbc
                .sql("select table_name from information_schema.tables where table_schema = current_schema")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !FILLED.contains(table.toLowerCase(Locale.ROOT)))
                .forEach(table -> jdbc.sql("delete from " + table).update());
        return database;
    }

    private static String address(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param keys a folder that holds the seal's private key */
    public static Ledger in(DataSource database, Path keys, NotifierSettings settings) {
        MessageIds names = new MessageIds(ShippedContent.CONTENT);
        return new Ledger(JdbcClient.create(database), names, quota(database, keys, settings));
    }

    /** What notes in a ledger what came of tries. */
    public static Followups followups(DataSource database, Ledger ledger) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new Followups(jdbc, ledger, new DeadLetterNotices(jdbc, ledger));
    }

    /** What the ledger asks whether an address may be mailed. */
    public static AddressQuota quota(DataSource database, Path keys, NotifierSettings settings) {
        return new AddressQuota(
                JdbcClient.create(database), SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE)), settings);
    }
}

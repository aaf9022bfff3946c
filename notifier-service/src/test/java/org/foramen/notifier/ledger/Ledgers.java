package org.foramen.notifier.ledger;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foramen.content.ClinicContent;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.settings.NotifierSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers in memory, for tests of whoever uses one. */
public final class Ledgers {

    private Ledgers() {}

    /** An empty database of this name, with the ledger's tables. */
    public static DataSource database(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        Flyway flyway =
                Flyway.configure().dataSource(database).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        return database;
    }

    /** @param keys a folder that holds the seal's private key */
    public static Ledger in(DataSource database, Path keys, NotifierSettings settings) {
        JdbcClient jdbc = JdbcClient.create(database);
        AddressQuota quota = new AddressQuota(jdbc, SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE)), settings);
        return new Ledger(jdbc, new MessageIds(ClinicContent.load(Path.of("../content"))), quota, settings);
    }
}

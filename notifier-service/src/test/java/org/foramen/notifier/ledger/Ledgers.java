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
        MessageIds names = new MessageIds(ClinicContent.load(Path.of("../content")));
        return new Ledger(JdbcClient.create(database), names, quota(database, keys, settings));
    }

    /** What the ledger asks whether an address may be mailed. */
    public static AddressQuota quota(DataSource database, Path keys, NotifierSettings settings) {
        return new AddressQuota(
                JdbcClient.create(database), SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE)), settings);
    }
}

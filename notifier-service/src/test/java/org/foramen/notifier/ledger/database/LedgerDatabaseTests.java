package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.notifier.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

class LedgerDatabaseTests {

    private final DataSourceProperties given = new DataSourceProperties();

    @Test
    void theLedgerIsAFileBesideTheOtherDataWhenNothingIsSet() {
        given.setUrl("");
        given.setUsername("");

        LedgerDatabase database = new LedgerDatabase(given, Settings.with("foramen.data", "here"));

        assertThat(database.getJdbcUrl())
                .startsWith("jdbc:h2:file:" + Path.of("here", "ledger").toAbsolutePath() + ";MODE=PostgreSQL;");
        assertThat(database.getUsername()).isNull();
    }

    @Test
    void anotherDatabaseIsTakenAsItIsSet() {
        given.setUrl("jdbc:postgresql://db/ledger");
        given.setUsername("notifier");
        given.setPassword("secret");

        LedgerDatabase database = new LedgerDatabase(given, Settings.defaults());

        assertThat(database.getJdbcUrl()).isEqualTo("jdbc:postgresql://db/ledger");
        assertThat(database.getDriverClassName()).isEqualTo("org.postgresql.Driver");
        assertThat(database.getUsername()).isEqualTo("notifier");
        assertThat(database.getPassword()).isEqualTo("secret");
    }
}

package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTablesTests {

    private Flyway flyway;
    private JdbcClient jdbc;

    @BeforeEach
    void aStartThatWasCutOff() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:cut;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        jdbc = JdbcClient.create(database);
        jdbc.sql("drop all objects").update();
        flyway = Flyway.configure().dataSource(database).load();
        Flyway.configure().dataSource(database).target("6").load().migrate();
        jdbc.sql("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '6'")
                .update();
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAnew() {
        new LedgerTables().migrate(flyway);

        assertThat(jdbc.sql("select count(*) from ledger_probe")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLedgerThatHoldsSomethingIsLeftToAPerson() {
        jdbc.sql("insert into patient_mail_slot (address_hash, on_day, slot) values ('x', date '2026-11-28', 1)")
                .update();

        assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> new LedgerTables().migrate(flyway));
    }

    @Test
    void aLedgerThatANewerNotifierChangedIsLeftAlone() {
        new LedgerTables().migrate(flyway);
        jdbc.sql(
                        """
                        insert into "flyway_schema_history"
                        select "installed_rank" + 1, '901', 'of tomorrow', "type", 'V901__of_tomorrow.sql', "checksum",
                            "installed_by", "installed_on", 1, true
                        from "flyway_schema_history" order by "installed_rank" desc limit 1
                        """)
                .update();

        assertThatExceptionOfType(NewerLedger.class)
                .isThrownBy(() -> new LedgerTables().migrate(flyway))
                .withMessageMatching(
                        "The ledger was changed by a newer version of the notifier: it is at 901, this notifier knows it up to \\d+\\.")
                .satisfies(refused -> assertThat(
                                new StartRefusedByLedger().analyze(refused).getAction())
                        .startsWith("Start the newer version again."));
    }
}

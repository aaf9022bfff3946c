package org.foramen.notifier.delivery;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2LedgerTests extends LedgerTests {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:ledger;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }
}

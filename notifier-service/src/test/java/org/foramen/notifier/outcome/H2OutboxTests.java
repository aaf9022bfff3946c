package org.foramen.notifier.outcome;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2OutboxTests extends OutboxTests {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:outbox;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }
}

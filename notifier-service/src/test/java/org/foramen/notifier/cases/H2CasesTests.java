package org.foramen.notifier.cases;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2CasesTests extends CasesTests {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:cases;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }
}

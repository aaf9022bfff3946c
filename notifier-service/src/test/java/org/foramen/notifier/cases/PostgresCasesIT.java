package org.foramen.notifier.cases;

import javax.sql.DataSource;
import org.foramen.notifier.ledger.Postgres;

class PostgresCasesIT extends CasesTests {

    private static final DataSource DATABASE = Postgres.database("cases");

    @Override
    DataSource database() {
        return DATABASE;
    }
}

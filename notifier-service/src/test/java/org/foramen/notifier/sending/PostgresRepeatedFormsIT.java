package org.foramen.notifier.sending;

import javax.sql.DataSource;
import org.foramen.notifier.ledger.Postgres;

class PostgresRepeatedFormsIT extends RepeatedFormsTests {

    private static final DataSource DATABASE = Postgres.database("forms");

    @Override
    DataSource database() {
        return DATABASE;
    }
}

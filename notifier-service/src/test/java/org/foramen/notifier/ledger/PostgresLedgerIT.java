package org.foramen.notifier.ledger;

import javax.sql.DataSource;

class PostgresLedgerIT extends LedgerTests {

    private static final DataSource DATABASE = Postgres.database("ledger");

    @Override
    DataSource database() {
        return DATABASE;
    }
}

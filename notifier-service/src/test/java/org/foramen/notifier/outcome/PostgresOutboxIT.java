package org.foramen.notifier.outcome;

import javax.sql.DataSource;
import org.foramen.notifier.ledger.Postgres;

class PostgresOutboxIT extends OutboxTests {

    private static final DataSource DATABASE = Postgres.database("outbox");

    @Override
    DataSource database() {
        return DATABASE;
    }
}

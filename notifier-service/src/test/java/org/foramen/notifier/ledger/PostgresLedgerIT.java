package org.foramen.notifier.ledger;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The ledger in PostgreSQL. */
class PostgresLedgerIT {

    private static final DataSource DATABASE = Postgres.database("ledger");

    @Nested
    class Deliveries extends LedgerTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class Addresses extends AddressQuotaTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class Operators extends OperatorActionsTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class Finding extends DeliverySearchTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class Figures extends LedgerFiguresTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }
}

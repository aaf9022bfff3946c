package org.foramen.notifier.cases;

import javax.sql.DataSource;
import org.foramen.notifier.ledger.Postgres;
import org.junit.jupiter.api.Nested;

/** The cases in PostgreSQL. */
class PostgresCasesIT {

    private static final DataSource DATABASE = Postgres.database("cases");

    @Nested
    class OfCases extends CasesTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class OfLists extends BoardListsTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class OfActions extends CaseActionsTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class OfFinding extends FindingCasesTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }

    @Nested
    class OfKept extends WhatIsKeptOfCasesTests {

        @Override
        DataSource database() {
            return DATABASE;
        }
    }
}

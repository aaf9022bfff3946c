package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The cases in a file's database, in memory here. */
class H2CasesTests {

    private static DataSource ofH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:cases;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }

    @Nested
    class OfCases extends CasesTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class OfLists extends BoardListsTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class OfActions extends CaseActionsTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class OfFinding extends FindingCasesTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class OfKept extends WhatIsKeptOfCasesTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class Plans extends FreshBoard {

        @Override
        DataSource database() {
            return ofH2();
        }

        @Test
        void aCaseWithoutATokenIsOpenedWithoutLookingAtTheOthers() {
            for (int number = 0; number < 200; number++) {
                board.open(inquiry(number));
            }

            String plan = board.jdbc
                    .sql("explain analyze " + CaseOpener.OF_TOKEN)
                    .param("repeated", CaseOpener.NO_TOKEN)
                    .query(String.class)
                    .single();

            assertThat(plan).contains("scanCount: 1 ");
        }
    }
}

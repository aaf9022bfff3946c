package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2CasesTests extends CasesTests {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:cases;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }

    @Test
    void aCaseWithoutATokenIsOpenedWithoutLookingAtTheOthers() {
        for (int number = 0; number < 200; number++) {
            board.open(inquiry(number));
        }

        String plan = JdbcClient.create(database())
                .sql("explain analyze " + CaseOpener.OF_TOKEN)
                .param("repeated", CaseOpener.NO_TOKEN)
                .query(String.class)
                .single();

        assertThat(plan).contains("scanCount: 1 ");
    }
}

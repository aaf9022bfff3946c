package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.SqlArrayValue;

/** The ledger in a file's database, in memory here. */
class H2LedgerTests {

    private static DataSource ofH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:ledger;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }

    @Nested
    class Deliveries extends LedgerTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class Addresses extends AddressQuotaTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class Operators extends OperatorActionsTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class Finding extends DeliverySearchTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    @Nested
    class Figures extends LedgerFiguresTests {

        @Override
        DataSource database() {
            return ofH2();
        }
    }

    /** How much of the tables is read to find a little. */
    @Nested
    class Plans extends FreshLedger {

        @Override
        DataSource database() {
            return ofH2();
        }

        @Test
        void theFirstThatAreDueAreFoundWithoutLookingAtOthers() {
            for (int number = 0; number < 200; number++) {
                DeliveryKey ended = deadLetter(0, number);
                ledger.withhold(ended, new Position(0, number), Reason.ERASED, NOW);
                DeliveryKey due = deadLetter(1, number);
                ledger.owe(due, new Position(1, number), Reason.RECONCILED, NOW);
            }

            String plan = jdbc.sql("explain analyze " + DueDeliveries.DUE)
                    .param("now", LedgerRows.utc(NOW))
                    .param("audiences", List.of("notice"))
                    .param("most", 10)
                    .query(String.class)
                    .single();

            assertThat(scanned(plan)).singleElement().satisfies(rows -> assertThat(rows)
                    .isLessThan(20));
        }

        @Test
        void whatIsKnownOfAFewIsFoundWithoutLookingAtOthers() {
            oweMany();

            String plan = jdbc.sql("explain analyze " + KnownDeliveries.ABOUT)
                    .param("kinds", new SqlArrayValue("varchar", "dead-letter", "inquiry"))
                    .param("ids", new SqlArrayValue("varchar", "1-7", "1-8"))
                    .query(String.class)
                    .single();

            assertThat(scanned(plan)).isNotEmpty().allSatisfy(rows -> assertThat(rows)
                    .isLessThan(10));
        }

        @Test
        void whatWaitsForAPersonIsCountedWithoutLookingAtWhatWasNeverToBeSent() {
            for (int number = 0; number < 200; number++) {
                withhold(number, Reason.NO_CONSENT);
            }
            withhold(200, Reason.SUSPECTED_SPAM);

            String plan = jdbc.sql("explain analyze " + DeliverySearch.TROUBLES)
                    .query(String.class)
                    .single();

            assertThat(search.troubles().heldBack()).isEqualTo(1);
            assertThat(scanned(plan)).isNotEmpty().allSatisfy(rows -> assertThat(rows)
                    .isLessThan(10));
        }

        @Test
        void aDeliveryIsBegunWithoutLookingAtOthersThatAreDue() {
            DeliveryKey key = deadLetter(1, 7);
            oweMany();

            String plan = jdbc.sql("explain analyze " + LedgerUpdates.BEGIN)
                    .params(LedgerRows.values(key))
                    .param("now", LedgerRows.utc(NOW))
                    .param("leased", LedgerRows.utc(NOW))
                    .param("state", "owed")
                    .param("attempts", 0)
                    .query(String.class)
                    .single();

            assertThat(scanned(plan)).singleElement().satisfies(rows -> assertThat(rows)
                    .isLessThan(10));
        }

        private void withhold(int number, Reason reason) {
            DeliveryKey key = new DeliveryKey(numbered(number), Audience.PATIENT);
            ledger.withhold(key, new Position(0, number), reason, NOW);
        }

        private void oweMany() {
            for (int number = 0; number < 200; number++) {
                DeliveryKey key = deadLetter(1, number);
                ledger.owe(key, new Position(1, number), Reason.RECONCILED, NOW);
            }
        }

        private static List<Integer> scanned(String plan) {
            return Pattern.compile("scanCount: (\\d+)")
                    .matcher(plan)
                    .results()
                    .map((MatchResult rows) -> Integer.valueOf(rows.group(1)))
                    .toList();
        }
    }
}

package org.foramen.notifier.ledger.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.ledger.Ledgers;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailTotalsTests {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

    private final JdbcClient jdbc = JdbcClient.create(Ledgers.database("totals"));

    @Test
    void whatEndedLongAgoIsNotReadToCountTheOthers() {
        for (int number = 0; number < 200; number++) {
            ended(number, NOW.minus(Duration.ofDays(1)));
        }
        ended(200, NOW);

        String plan = jdbc.sql(
                        "explain analyze " + LedgerStatistics.COUNTED.formatted(LedgerStatistics.OPEN_OR_ENDED_SINCE))
                .param("moment", LedgerRows.utc(NOW))
                .query(String.class)
                .single();

        assertThat(READ.matcher(plan).results())
                .isNotEmpty()
                .allSatisfy(rows -> assertThat(Integer.parseInt(rows.group(1))).isLessThan(10));
    }

    private void ended(int number, Instant at) {
        jdbc.sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, attempts, unknowns,
                            message_id, topic_partition, topic_offset, owed_since, ended_at)
                        values ('inquiry', :id, 'clinic', 1, 'sent', 1, 0, :id, 0, :number, :at, :at)
                        """)
                .param("id", "%026d".formatted(number))
                .param("number", number)
                .param("at", LedgerRows.utc(at))
                .update();
    }
}

package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.foramen.notifier.ledger.Ledgers;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerClockTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final DataSource ledger = Ledgers.database("clock");

    @Test
    void itCountsOnFromWhatTheLedgerSaid() {
        LedgerClock clock = new LedgerClock(JdbcClient.create(ledger), nanos::get);
        Instant start = clock.instant();

        nanos.addAndGet(Duration.ofSeconds(5).toNanos()); // over the counter's end

        assertThat(start).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(5));
    }

    @Test
    void theLedgersTimeCountsAndNotOurs() {
        LedgerClock clock = new LedgerClock(JdbcClient.create(ledger), nanos::get);
        nanos.addAndGet(Duration.ofHours(1).toNanos()); // we are wrong by an hour

        clock.read();

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void anAnswerThatTookLongIsNotBelieved() {
        LedgerClock clock = new LedgerClock(
                JdbcClient.create(ledger),
                () -> nanos.addAndGet(Duration.ofSeconds(2).toNanos()));
        Instant before = clock.instant();

        clock.read();

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(6)); // two looks of the reading, and this one
    }

    @Test
    void withoutALedgerTheCounterGoesOn() {
        JdbcDataSource away = new JdbcDataSource();
        away.setURL("jdbc:h2:mem:away;IFEXISTS=TRUE");
        LedgerClock clock = new LedgerClock(JdbcClient.create(away), nanos::get);
        Instant start = clock.instant();

        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        clock.read();

        assertThat(clock.instant()).isEqualTo(start.plusSeconds(5));
    }
}

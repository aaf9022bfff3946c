package org.foramen.notifier.ledger.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The time by the ledger's database, which all notifiers share, counted on by a counter that never steps. A lease that one
 * took by its own clock would be over at once for another, if that clock stepped back (docs/decisions/0033).
 */
@Component
public class LedgerClock implements InstantSource {

    private static final Logger log = LoggerFactory.getLogger(LedgerClock.class);

    /** An answer that took longer says too little of now. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final LongSupplier nanos;
    private volatile Reading last;

    @Autowired
    LedgerClock(JdbcClient jdbc) {
        this(jdbc, System::nanoTime);
    }

    /** @param nanos a counter of nanoseconds from any start */
    LedgerClock(JdbcClient jdbc, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.nanos = nanos;
        this.last = new Reading(Instant.now(), nanos.getAsLong());
        read();
    }

    /** In the time between, counters drift apart by less than a millisecond. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void read() {
        long asked = nanos.getAsLong();
        try {
            Instant there = jdbc.sql("select current_timestamp")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            long answered = nanos.getAsLong();
            if (answered - asked < SLOW.toNanos()) {
                last = new Reading(there, answered);
            }
        } catch (DataAccessException | TransactionException e) { // the counter goes on
            log.debug("the ledger does not say what time it is", e);
        }
    }

    @Override
    public Instant instant() {
        Reading since = last;
        return since.time.plusNanos(nanos.getAsLong() - since.nanos);
    }

    private record Reading(Instant time, long nanos) {}
}

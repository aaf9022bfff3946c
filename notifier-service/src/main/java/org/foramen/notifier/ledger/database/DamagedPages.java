package org.foramen.notifier.ledger.database;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what the database will not read, for it is not as it was written: a disk turned a bit over. PostgreSQL finds each
 * when its pages have checksums, H2 some.
 */
final class DamagedPages implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(DamagedPages.class);

    /** PostgreSQL's data_corrupted and index_corrupted; H2 has its error code for a state. */
    private static final Set<String> DAMAGED = Set.of("XX001", "XX002", String.valueOf(ErrorCode.FILE_CORRUPTED_1));

    private static final int MOST_TOLD = 100;

    private final AtomicLong refused = new AtomicLong();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public void bindTo(MeterRegistry metrics) {
        FunctionCounter.builder("foramen.ledger.damaged", refused, AtomicLong::get)
                .description("Statements that the ledger's database refused, for a page of its disk is damaged")
                .register(metrics);
    }

    /** Each place is told once, each refusal counted. */
    void heard(SQLException said) {
        if (!DAMAGED.contains(String.valueOf(said.getSQLState()))) {
            return;
        }
        refused.incrementAndGet();
        String what = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
        if (told.size() < MOST_TOLD && told.add(what)) {
            log.error(
                    "The ledger is damaged on its disk ({}). What stands there is not read, nobody is mailed because of it, and mails"
                            + " may wait; see docs/operations.md, LedgerDamaged",
                    what);
        }
    }
}

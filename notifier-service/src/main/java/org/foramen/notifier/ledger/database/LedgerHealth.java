package org.foramen.notifier.ledger.database;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.foramen.base.time.KeptAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up while the ledger takes what is written to it: one that can only be read, as with a full disk, sends no mail. */
@Component("ledgerHealthIndicator")
class LedgerHealth implements HealthIndicator {

    /** Whoever asks more often is told what was found last; a look is a write. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    /** A row that somebody else holds fast must not hold up whoever asks. */
    private static final int MOST_SECONDS = 2;

    private final JdbcClient jdbc;
    private final KeptAnswer writes;

    @Autowired
    LedgerHealth(JdbcClient jdbc) {
        this(jdbc, KEPT);
    }

    LedgerHealth(JdbcClient jdbc, Duration kept) {
        this.jdbc = jdbc;
        this.writes = new KeptAnswer(this::takesAWrite, kept);
    }

    @Override
    public Health health() {
        return writes.isYes() ? Health.up().build() : Health.down().build();
    }

    private boolean takesAWrite() {
        try {
            return jdbc.sql("update ledger_probe set written_at = ?")
                            .withQueryTimeout(MOST_SECONDS)
                            .param(OffsetDateTime.now(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (RuntimeException e) { // told by what is returned
            return false;
        }
    }
}

package org.foramen.notifier.console.signin.password;

import java.time.Duration;
import java.time.Instant;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From which networks a user signed in, by marks as browsers carry them: kept in the ledger, so that a restart forgets none. */
final class KnownNetworks {

    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final KnownBrowsers marks;

    KnownNetworks(JdbcClient jdbc, KnownBrowsers marks) {
        this.jdbc = jdbc;
        this.marks = marks;
    }

    boolean knows(String name, String network) {
        return marks.ofNetwork(name, network)
                .map(mark -> jdbc.sql("select count(*) from console_networks where mark = ?")
                                .param(mark)
                                .query(Integer.class)
                                .single()
                        > 0)
                .orElse(false);
    }

    /** The user was let in from there. */
    void note(String name, String network, Instant now) {
        jdbc.sql("delete from console_networks where let_in < ?")
                .param(LedgerRows.utc(now.minus(KEPT)))
                .update();
        marks.ofNetwork(name, network).ifPresent(mark -> {
            jdbc.sql("insert into console_networks values (?, ?) on conflict do nothing")
                    .params(mark, LedgerRows.utc(now))
                    .update();
            jdbc.sql("update console_networks set let_in = ? where mark = ?")
                    .params(LedgerRows.utc(now), mark)
                    .update();
        });
    }
}

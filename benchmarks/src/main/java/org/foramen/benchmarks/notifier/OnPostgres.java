package org.foramen.benchmarks.notifier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.Rounds.Contender;

/** A contender with a PostgreSQL of its own, and what that does for a mail. */
final class OnPostgres implements Contender {

    static final String WHOLE_CPU = "CPU ms each with the database";
    static final String WRITES = "writing transactions each";
    static final String SYNCS = "WAL syncs each";

    private final Contender contender;
    private final Ledger ledger;
    private Counters before;

    OnPostgres(Contender contender, Ledger ledger) {
        this.contender = contender;
        this.ledger = ledger;
        this.before = Counters.of(ledger);
    }

    /** A contender without one costs what it costs itself. */
    static Contender none(Contender contender) {
        return () -> {
            Map<String, Double> sample = new LinkedHashMap<>(contender.measure());
            sample.put(WHOLE_CPU, sample.getOrDefault(MailedTopic.CPU, Double.NaN));
            return sample;
        };
    }

    /** The counters are those since the round before, for PostgreSQL tells some of them half a second late. */
    @Override
    public Map<String, Double> measure() {
        double cpuBefore = ledger.cpuSeconds();
        Map<String, Double> sample = new LinkedHashMap<>(contender.measure());
        double mails = sample.getOrDefault(MailedTopic.MAILS, Double.NaN);
        double cpu = sample.getOrDefault(MailedTopic.CPU, Double.NaN);
        sample.put(WHOLE_CPU, cpu + (ledger.cpuSeconds() - cpuBefore) * 1000 / mails);
        Counters now = Counters.of(ledger);
        sample.put(WRITES, (now.writes - before.writes) / mails);
        sample.put(SYNCS, (now.syncs - before.syncs) / mails);
        before = now;
        return sample;
    }

    /** Transactions that wrote, and how often what they wrote was forced to the disk. */
    private record Counters(double writes, double syncs) {

        static Counters of(Ledger ledger) {
            try (Connection connection = ledger.open("postgres");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select txid_snapshot_xmax(txid_current_snapshot()), wal_sync from pg_stat_wal")) {
                row.next();
                return new Counters(row.getLong(1), row.getLong(2));
            } catch (SQLException e) {
                throw new IllegalStateException("no counters", e);
            }
        }
    }
}

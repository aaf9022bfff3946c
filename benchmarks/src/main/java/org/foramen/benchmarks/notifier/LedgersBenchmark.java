package org.foramen.benchmarks.notifier;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.WarmUp;

/**
 * Who works off a ledger in PostgreSQL: the notifier, or db-scheduler in each of its two ways, with and without PostgreSQL's
 * own group commit; beside the bare loop, which has no ledger.
 */
public final class LedgersBenchmark {

    private static final String OURS = "notifier";
    private static final String WAITS = ", commit_delay";

    /** Microseconds, when one more transaction writes: the notifier has two that do. */
    private static final Map<String, String> WAITING = Map.of("commit_delay", "1000", "commit_siblings", "1");

    private LedgersBenchmark() {}

    public static void run(Size size) throws IOException, SQLException, ExecutionException, InterruptedException {
        try (LedgerContenders contenders = new LedgerContenders(size.inquiries())) {
            contenders.addNotifier(OURS, Map.of());
            contenders.addNotifier(OURS + WAITS, WAITING);
            for (String way : List.of("fetch", "lock-and-fetch")) {
                contenders.addScheduler("db-scheduler, " + way, way, Map.of());
                contenders.addScheduler("db-scheduler, " + way + WAITS, way, WAITING);
            }
            contenders.addLoop();
            contenders.all().values().forEach(contender -> size.warmUp()
                    .with(() -> contender.measure().getOrDefault(MailedTopic.MAILS, 0.0)));
            report(Rounds.of(1, size.rounds(), contenders.all()), size);
        }
    }

    private static void report(Rounds rounds, Size size) {
        String settings = "Medians of %d rounds of %,d mails after %s; %d connections, PostgreSQL, %s."
                .formatted(size.rounds(), 2 * size.inquiries(), size.warmUp(), Peers.CONNECTIONS, WAITING);
        Results.raw("ledgers.csv", rounds.csv());
        Results.table("ledgers", rounds.table("who"), settings);
        Results.table("ledgers.ratios", ratios(rounds), settings);
    }

    private static String ratios(Rounds rounds) {
        StringBuilder table = new StringBuilder(
                """
                | who | mails/s ÷ bare loop | mails/s ÷ notifier | CPU with the database ÷ bare loop | %s | %s |
                |---|--:|--:|--:|--:|--:|
                """
                        .formatted(OnPostgres.WRITES, OnPostgres.SYNCS));
        for (String who : rounds.medians(MailedTopic.RATE).keySet()) {
            table.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            who,
                            rounds.ratio(who, Peers.LOOP, MailedTopic.RATE),
                            rounds.ratio(who, OURS, MailedTopic.RATE),
                            rounds.ratio(who, Peers.LOOP, OnPostgres.WHOLE_CPU),
                            Figure.plain(rounds.median(who, OnPostgres.WRITES)),
                            Figure.plain(rounds.median(who, OnPostgres.SYNCS))));
        }
        return table.toString();
    }

    /** @param inquiries in each round, two mails each */
    public record Size(int inquiries, WarmUp warmUp, int rounds) {}
}

package org.foramen.benchmarks;

import static org.foramen.benchmarks.Amount.seconds;
import static org.foramen.benchmarks.Amount.warmUp;

import java.util.List;
import org.foramen.benchmarks.inbox.InboxBenchmark;
import org.foramen.benchmarks.intake.IntakeBenchmark;
import org.foramen.benchmarks.notifier.LedgersBenchmark;
import org.foramen.benchmarks.notifier.NotifierBenchmark;
import org.foramen.benchmarks.rest.RestBenchmark;

/** What is measured for those who want to know more than the table says. */
final class Others {

    private Others() {}

    /** Endpoints that do less or mail at once, Camel, postfix's generator, and mail servers that take their time. */
    static void peers(Amount amount) throws Exception {
        IntakeBenchmark.run(amount.of(
                new IntakeBenchmark.Size(List.of(64), warmUp(2_000, 10), 2, seconds(5), true),
                new IntakeBenchmark.Size(List.of(1, 16, 64), warmUp(150_000, 120), 4, seconds(5), true),
                new IntakeBenchmark.Size(List.of(1, 16, 64), warmUp(300_000, 180), 5, seconds(10), true)));
        NotifierBenchmark.run(amount.of(
                new NotifierBenchmark.Size(500, warmUp(1_000, 10), 2, List.of(8), List.of(0), true),
                new NotifierBenchmark.Size(4_000, warmUp(60_000, 75), 3, List.of(1, 8, 16), List.of(0, 20, 200), true),
                new NotifierBenchmark.Size(
                        10_000, warmUp(100_000, 120), 5, List.of(1, 8, 16), List.of(0, 20, 200), true)));
    }

    /** Who works off a ledger in PostgreSQL: the notifier or db-scheduler, with PostgreSQL's own group commit and without. */
    static void ledgers(Amount amount) throws Exception {
        LedgersBenchmark.run(amount.of(
                new LedgersBenchmark.Size(250, warmUp(1_000, 10), 2),
                new LedgersBenchmark.Size(1_500, warmUp(20_000, 30), 5),
                new LedgersBenchmark.Size(5_000, warmUp(60_000, 90), 7)));
    }

    /** The time to inbox at several rates, and around an outage of mail. */
    static void outage(Amount amount) throws Exception {
        InboxBenchmark.run(amount.of(
                new InboxBenchmark.Size(List.of(5, 50), seconds(10), seconds(10), seconds(10), seconds(30)),
                new InboxBenchmark.Size(List.of(5, 50, 200), seconds(20), seconds(40), seconds(60), seconds(120)),
                new InboxBenchmark.Size(List.of(5, 50, 200), seconds(30), seconds(120), seconds(60), seconds(180))));
    }

    /** The notifier's memory after an hour of a busy clinic. */
    static void hour(Amount amount) {
        RestBenchmark.runSteadily(amount.of(seconds(20), seconds(600), seconds(3_600)));
    }
}

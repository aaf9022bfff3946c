package org.foramen.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.stack.mail.ScriptedSmtpServer;

/**
 * What an inquiry costs notifiers whose topics and ledgers hold few inquiries and many, which are asked in turn; and how long
 * the one with many takes to hold its topic against its ledger, and to show its board.
 */
public final class GrowthBenchmark {

    private static final String CPU = "CPU ms each";
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Size size;
    private final House house;
    private final List<Stage> stages = new ArrayList<>();

    private GrowthBenchmark(Size size, House house, Ledger ledger, ScriptedSmtpServer sink) {
        this.size = size;
        this.house = house;
        stages.add(new Stage(house, ledger, sink, size.few()));
        stages.add(new Stage(house, ledger, sink, size.many()));
    }

    public static void run(Size size) throws IOException, SQLException, ExecutionException, InterruptedException {
        try (House house = new House("growth");
                Ledger ledger = Ledger.chosen(house.folder());
                ScriptedSmtpServer sink = MailSink.start()) {
            new GrowthBenchmark(size, house, ledger, sink).run(ledger.name());
        }
    }

    private void run(String ledger) throws IOException, SQLException, ExecutionException, InterruptedException {
        for (Stage stage : stages) {
            stage.fill();
        }
        cost(ledger);
        reconciliation();
    }

    private void cost(String ledger) throws IOException, InterruptedException {
        List<Server> notifiers = new ArrayList<>();
        try {
            Map<String, Contender> contenders = new LinkedHashMap<>();
            for (Stage stage : stages) {
                Server notifier = stage.reconciled(Map.of());
                notifiers.add(notifier);
                contenders.put(
                        stage.topic(),
                        () -> Map.of(
                                CPU,
                                stage.probe(notifier.process(), size.probe()),
                                "resident MB",
                                notifier.process().residentMegabytes()));
            }
            Rounds rounds = Rounds.of(size.rounds(), size.rounds(), contenders);
            Results.raw("growth.csv", rounds.csv());
            Results.table(
                    "growth.table",
                    rounds.table("inquiries before"),
                    "Medians of %d rounds of %d inquiries after as many that warmed up; ledger: %s."
                            .formatted(size.rounds(), size.probe(), ledger));
            Target.GROWTH.measured(
                    rounds.ratio(stages.get(1).topic(), stages.get(0).topic(), CPU));
            board(notifiers.get(1), stages.get(1));
        } finally {
            notifiers.forEach(Server::close);
        }
    }

    private void reconciliation() {
        Stage stage = stages.get(1);
        long begun = System.nanoTime();
        try (Server notifier = stage.reconciled(Map.of("FORAMEN_RECONCILIATION_INTERVAL", PAUSE.toMillis() + "ms"))) {
            System.out.printf(
                    "from the start to the first reconciliation of all, the first ten seconds of waiting included: %.1f s%n",
                    (System.nanoTime() - begun) / 1e9);
            Target.RECONCILIATION.measured(stage.secondsOfReconciliation(notifier, PAUSE, size.look()));
        }
    }

    private void board(Server notifier, Stage stage) throws IOException, InterruptedException {
        Path keys = house.folder().resolve(stage.topic()).resolve("keys");
        Desk desk = Desk.signedIn(notifier, keys);
        List<Double> times = new ArrayList<>();
        times.addAll(desk.times("/", size.calls()));
        times.addAll(desk.times("/?lane=TODAY&page=100", size.calls()));
        times.addAll(desk.searchTimes("ana77@example.com", size.calls()));
        times.addAll(desk.searchTimes("310-555-0112", size.calls()));
        times.sort(null);
        Target.BOARD.measured(times.get((int) Math.ceil(0.99 * times.size()) - 1));
    }

    /**
     * How much is measured.
     *
     * @param few inquiries in topic and ledger of the one
     * @param many and of the other
     * @param probe inquiries whose cost is measured in each round
     * @param look how long reconciliations are counted
     * @param calls of each page
     */
    public record Size(int few, int many, int probe, int rounds, Duration look, int calls) {}
}

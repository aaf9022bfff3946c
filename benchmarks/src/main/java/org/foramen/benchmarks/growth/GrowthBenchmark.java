package org.foramen.benchmarks.growth;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/**
 * What an inquiry costs notifiers whose topics and ledgers hold few inquiries and many, and what a start costs them. They
 * are started alike once their houses are full, and asked in turn: the one that filled the largest would be the warmest.
 */
public final class GrowthBenchmark {

    private static final String CPU = "CPU ms each";
    private static final int BATCH = 1000;
    private static final int ASKED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What the notifier asks its ledger while it works, as its class Ledger has it. */
    private static final Map<String, String> QUERIES = new TreeMap<>(Map.of(
            "due",
            "select * from delivery where ended_at is null and next_attempt_at <= current_timestamp"
                    + " order by next_attempt_at limit 100",
            "find",
            "select * from delivery where subject_kind = 'inquiry' and subject_id = '0' and audience = 'clinic'"
                    + " and recipient_index = 1",
            "count",
            "select count(*) from delivery where ended_at is null",
            "unread",
            "select count(*) from delivery where subject_kind = 'inquiry' and audience = 'clinic'"
                    + " and recipient_index = 1 and topic_partition = 0 and topic_offset >= 1000000000"));

    private final Size size;
    private final House house;
    private final Ledger ledger;
    private final ScriptedSmtpServer sink;
    private final Inquiries inquiries = new Inquiries();

    private GrowthBenchmark(Size size, House house, Ledger ledger, ScriptedSmtpServer sink) {
        this.size = size;
        this.house = house;
        this.ledger = ledger;
        this.sink = sink;
    }

    public static void run(Size size) throws IOException {
        try (House house = new House("growth");
                Ledger ledger = Ledger.chosen(house.folder());
                ScriptedSmtpServer sink = MailSink.start()) {
            new GrowthBenchmark(size, house, ledger, sink).run();
        }
    }

    private void run() {
        List<Stage> stages = size.stages().stream().map(Stage::new).toList();
        stages.forEach(Stage::fill);
        List<Server> notifiers = new ArrayList<>();
        try {
            Map<String, Contender> contenders = new LinkedHashMap<>();
            for (Stage stage : stages) {
                Server notifier = stage.startedWithBacklog();
                notifiers.add(notifier);
                contenders.put(stage.name, () -> stage.probe(notifier.process()));
            }
            report(stages, Rounds.of(size.warmUps(), size.rounds(), contenders));
        } finally {
            notifiers.forEach(Server::close);
        }
    }

    private void report(List<Stage> stages, Rounds rounds) {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        for (Stage stage : stages) {
            Map<String, Double> figures = new LinkedHashMap<>();
            for (String figure : List.of(CPU, "heap MB after GC", "resident MB")) {
                figures.put(figure, rounds.median(stage.name, figure));
            }
            figures.putAll(stage.figures);
            all.put(stage.name, figures);
        }
        Results.raw("growth.csv", rounds.csv());
        Results.table(
                "growth.table",
                Rounds.table("inquiries before", all),
                "Medians of %d rounds of %d inquiries after %d that warmed up, each notifier with a topic and a ledger (%s) of its own."
                        .formatted(size.rounds(), size.probe(), size.warmUps(), ledger.name()));
        String least = stages.get(0).name;
        String most = stages.get(stages.size() - 1).name;
        Results.piece("growth.cost", Figure.atMost(rounds.ratio(most, least, CPU), 1.1));
    }

    /** A topic and a ledger with so many inquiries, and the notifier that keeps them. */
    private final class Stage {

        private final int count;
        private final String name;
        private final String topic;
        private final Map<String, String> settings;
        private final Map<String, Double> figures = new LinkedHashMap<>();

        Stage(int count) {
            this.count = count;
            name = String.valueOf(count);
            topic = "growing-" + count;
            settings = new TreeMap<>(ledger.settings(topic));
            settings.put("FORAMEN_TOPIC_NAME", topic);
            settings.put("FORAMEN_TOPIC_PARTITIONS", "16");
            settings.put("FORAMEN_SMTP_CONNECTIONS", "4");
        }

        void fill() {
            try (Server notifier = house.notifier(topic, sink.port(), settings)) {
                for (int mailed = 0; mailed < count; mailed += BATCH) {
                    mail(notifier.process(), Math.min(BATCH, count - mailed));
                }
            }
            figures.put("ledger MB", ledger.megabytes(topic));
            QUERIES.forEach((query, statement) -> figures.put(query + " ms", millis(statement)));
        }

        /** Started with a backlog of one probe, whose mails have all been sent. */
        Server startedWithBacklog() {
            long mailsBefore = sink.count();
            Inquiries.publish(house.broker().address(), inquiries.sealed(size.probe(), topic, house.sealer()));
            long begun = System.nanoTime();
            Server notifier = house.notifier(topic, sink.port(), settings);
            figures.put("start s", (System.nanoTime() - begun) / 1e9);
            await(2L * size.probe(), mailsBefore, notifier.process());
            figures.put("start and backlog s", (System.nanoTime() - begun) / 1e9);
            return notifier;
        }

        Map<String, Double> probe(Child notifier) {
            double before = notifier.cpuSeconds();
            mail(notifier, size.probe());
            double seconds = notifier.cpuSeconds() - before;
            return Map.of(
                    CPU,
                    seconds * 1000 / size.probe(),
                    "heap MB after GC",
                    heapMegabytes(notifier),
                    "resident MB",
                    notifier.residentMegabytes());
        }

        private void mail(Child notifier, int number) {
            long mailsBefore = sink.count();
            Inquiries.publish(house.broker().address(), inquiries.sealed(number, topic, house.sealer()));
            await(2L * number, mailsBefore, notifier);
        }

        private void await(long mails, long mailsBefore, Child notifier) {
            Pause.until(() -> sink.count() - mailsBefore >= mails, "the mails: see " + notifier.log(), PATIENCE);
        }

        private double heapMegabytes(Child notifier) {
            String pid = String.valueOf(notifier.pid());
            jcmd(pid, "GC.run");
            String histogram = jcmd(pid, "GC.class_histogram");
            String total = histogram
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            return Long.parseLong(total.trim().split("\\s+")[2]) / 1e6;
        }

        private String jcmd(String... arguments) {
            List<String> command = new ArrayList<>();
            command.add(House.javaHome().resolve("bin").resolve("jcmd").toString());
            command.addAll(List.of(arguments));
            Child jcmd = Child.start(command, Map.of(), house.folder(), "jcmd-" + topic);
            jcmd.cpuSecondsAtItsEnd(Duration.ofMinutes(1));
            return jcmd.said();
        }

        /** The mean of some calls after as many that warm up; the notifier must have ended. */
        private double millis(String query) {
            try (Connection connection = ledger.open(topic);
                    PreparedStatement statement = connection.prepareStatement(query)) {
                long start = 0;
                for (int call = 0; call < 2 * ASKED; call++) {
                    if (call == ASKED) {
                        start = System.nanoTime();
                    }
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            rows.getObject(1);
                        }
                    }
                }
                return (System.nanoTime() - start) / 1e6 / ASKED;
            } catch (SQLException e) {
                throw new IllegalStateException("the ledger does not answer", e);
            }
        }
    }

    /**
     * How much is measured.
     *
     * @param stages inquiries in topic and ledger before the start, ascending
     * @param probe inquiries whose cost is measured in each round
     */
    public record Size(List<Integer> stages, int probe, int warmUps, int rounds) {}
}

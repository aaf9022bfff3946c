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
import org.foramen.benchmarks.instrument.JavaCommand;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.Pause;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.SmtpSink;

/** What an inquiry costs the notifier when topic and ledger hold many already, and what a start costs then. */
public final class GrowthBenchmark {

    private static final String NAME = "notifier";
    private static final String TOPIC = "growing";
    private static final int BATCH = 1000;
    private static final int ASKED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What the notifier asks its ledger while it works, as its class Ledger has it. */
    private static final Map<String, String> QUERIES = new TreeMap<>(Map.of(
            "due",
                    "select * from delivery where next_attempt_at <= current_timestamp order by next_attempt_at limit 100",
            "find", "select * from delivery where inquiry_id = '0' and audience = 'clinic'",
            "count", "select count(*) from delivery where ended_at is null"));

    private final Size size;
    private final House house;
    private final Ledger ledger;
    private final Inquiries inquiries = new Inquiries();
    private int mailed;

    private GrowthBenchmark(Size size, House house, Ledger ledger) {
        this.size = size;
        this.house = house;
        this.ledger = ledger;
    }

    public static void run(Size size) throws IOException, SQLException {
        try (House house = new House("growth");
                Ledger ledger = Ledger.chosen(house.folder());
                SmtpSink sink = new SmtpSink(Duration.ZERO)) {
            new GrowthBenchmark(size, house, ledger).run(sink);
        }
    }

    private void run(SmtpSink sink) throws SQLException {
        Map<String, String> settings = new TreeMap<>(ledger.settings(NAME));
        settings.put("FORAMEN_TOPIC_NAME", TOPIC);
        settings.put("FORAMEN_TOPIC_PARTITIONS", "16");
        settings.put("FORAMEN_SMTP_CONNECTIONS", "4");
        Map<Integer, Map<String, Double>> stages = new LinkedHashMap<>();
        for (int stage : size.stages()) {
            Map<String, Double> sample = new LinkedHashMap<>();
            try (Server notifier = house.notifier(NAME, sink.port(), settings)) {
                mail(sink, notifier.process(), Math.max(BATCH / 10, size.probe())); // warms up
                while (mailed < stage) {
                    mail(sink, notifier.process(), Math.min(BATCH, stage - mailed));
                }
                sample.put("CPU ms each", mail(sink, notifier.process(), size.probe()));
                sample.put("heap MB after GC", heapMegabytes(notifier.process()));
                sample.put("resident MB", notifier.process().residentMegabytes());
            }
            QUERIES.forEach((name, query) -> sample.put(name + " ms", millis(query)));
            start(sink, settings, sample);
            stages.put(stage, sample);
            System.out.println(stage + " " + sample);
        }
        report(stages);
    }

    /** @return processor milliseconds for each inquiry, both mails */
    private double mail(SmtpSink sink, Child notifier, int count) {
        long mailsBefore = sink.mails();
        var records = inquiries.sealed(count, TOPIC, house.sealer());
        double before = notifier.cpuSeconds();
        Inquiries.publish(house.broker().address(), records);
        Pause.until(() -> sink.mails() - mailsBefore >= 2L * count, "the mails: see " + notifier.log(), PATIENCE);
        mailed += count;
        return (notifier.cpuSeconds() - before) * 1000 / count;
    }

    /** Starts it once more with a backlog of one probe, and waits for all of its mails. */
    private void start(SmtpSink sink, Map<String, String> settings, Map<String, Double> sample) {
        long mailsBefore = sink.mails();
        Inquiries.publish(house.broker().address(), inquiries.sealed(size.probe(), TOPIC, house.sealer()));
        long begun = System.nanoTime();
        try (Server notifier = house.notifier(NAME, sink.port(), settings)) {
            sample.put("start s", (System.nanoTime() - begun) / 1e9);
            Pause.until(
                    () -> sink.mails() - mailsBefore >= 2L * size.probe(),
                    "the backlog: see " + notifier.process().log(),
                    PATIENCE);
            sample.put("start and backlog s", (System.nanoTime() - begun) / 1e9);
        }
        mailed += size.probe();
    }

    private double heapMegabytes(Child notifier) {
        String pid = String.valueOf(notifier.pid());
        jcmd("heap-gc", pid, "GC.run");
        String histogram = jcmd("heap-" + mailed, pid, "GC.class_histogram");
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.trim().split("\\s+")[2]) / 1e6;
    }

    private String jcmd(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(House.javaHome().resolve("bin").resolve("jcmd").toString());
        command.addAll(List.of(arguments));
        Child jcmd = Child.start(command, Map.of(), house.folder(), name);
        jcmd.cpuSecondsAtItsEnd(Duration.ofMinutes(1));
        return jcmd.said();
    }

    /** The mean of some calls after as many that warm up. */
    private double millis(String query) {
        try (Connection connection = ledger.open(NAME);
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

    private void report(Map<Integer, Map<String, Double>> stages) {
        List<Integer> sizes = size.stages();
        Map<String, Double> first = stages.getOrDefault(sizes.get(0), Map.of());
        Map<String, Double> last = stages.getOrDefault(sizes.get(sizes.size() - 1), Map.of());
        StringBuilder table = new StringBuilder("| inquiries before | " + String.join(" | ", first.keySet())
                + " |\n|--:|" + "--:|".repeat(first.size()) + "\n");
        stages.forEach((stage, sample) -> {
            table.append("| ").append(String.format("%,d", stage));
            sample.values().forEach(value -> table.append(" | ").append(Figure.plain(value)));
            table.append(" |\n");
        });
        Results.raw("growth.md.txt", table.toString());
        Results.table(
                "growth.table",
                table.toString(),
                "Each stage in a notifier of its own (%s), the ledger: %s; cost of %d inquiries after those before."
                        .formatted(JavaCommand.OPTIONS, ledger.name(), size.probe()));
        Results.piece(
                "growth.cost",
                Figure.atMost(last.getOrDefault("CPU ms each", 0.0) / first.getOrDefault("CPU ms each", 0.0), 1.1));
    }

    /**
     * How much is measured.
     *
     * @param stages inquiries in topic and ledger when a probe is measured, ascending
     * @param probe inquiries whose cost is measured
     */
    public record Size(List<Integer> stages, int probe) {}
}

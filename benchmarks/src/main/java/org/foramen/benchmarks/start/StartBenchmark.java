package org.foramen.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.JavaOptions;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Pause;

/**
 * From the start of the process to the first answer that says ready, and the memory it has then: from the jar as it ships,
 * from the jar taken apart, and with what the runtime can remember of an earlier start.
 */
public final class StartBenchmark {

    private static final String READY = "ready s";
    private static final String RESIDENT = "resident MB";
    private static final Path NEWEST_JDK =
            Path.of(System.getenv().getOrDefault("BENCH_JDK_25", "/usr/lib/jvm/temurin-25-jdk-amd64"));

    private final House house;
    private final Size size;
    private int runs;

    private StartBenchmark(House house, Size size) {
        this.house = house;
        this.size = size;
    }

    public static void run(Size size) throws IOException {
        try (House house = new House("start");
                ScriptedSmtpServer sink = MailSink.start()) {
            StartBenchmark benchmark = new StartBenchmark(house, size);
            Map<String, String> intake = house.settings("intake", SealKeys.PUBLIC_FILE);
            benchmark.measure("intake", intake);
            benchmark.measure("notifier", house.notifierSettings("notifier", sink.port()));
        }
    }

    private void measure(String service, Map<String, String> settings) throws IOException {
        Path jar = House.jar(service + "-service");
        Map<String, Contender> contenders = new LinkedHashMap<>();
        Path usual = House.javaHome();
        contenders.put("JDK 17, jar", () -> start(Java.ofJar(usual, JavaOptions.list(), jar), settings));
        Path apart = takeApart(usual, jar, service);
        Path archive = house.folder().resolve(service + ".jsa");
        train(usual, apart, "-XX:ArchiveClassesAtExit=" + archive, settings);
        contenders.put("JDK 17, taken apart", () -> start(Java.ofJar(usual, JavaOptions.list(), apart), settings));
        contenders.put("JDK 17, CDS", () -> start(command(usual, apart, "-XX:SharedArchiveFile=" + archive), settings));
        if (Files.isDirectory(NEWEST_JDK)) {
            Path cache = house.folder().resolve(service + ".aot");
            train(NEWEST_JDK, apart, "-XX:AOTCacheOutput=" + cache, settings);
            contenders.put("JDK 25, jar", () -> start(Java.ofJar(NEWEST_JDK, JavaOptions.list(), jar), settings));
            contenders.put(
                    "JDK 25, AOT cache", () -> start(command(NEWEST_JDK, apart, "-XX:AOTCache=" + cache), settings));
        }
        report(service, jar, Rounds.of(1, size.rounds(), contenders));
    }

    private void report(String service, Path jar, Rounds rounds) throws IOException {
        Results.raw("start-" + service + ".csv", rounds.csv());
        Results.table(
                "start." + service,
                rounds.table("%s, a jar of %.0f MB".formatted(service, Files.size(jar) / 1e6)),
                "Medians of %d starts, the broker being there.".formatted(size.rounds()));
        String plain = "JDK 17, jar";
        Results.piece("start." + service + ".plain", Figure.atMost(rounds.median(plain, READY), 4) + " (s)");
        Results.piece("start." + service + ".cds", Figure.atMost(rounds.median("JDK 17, CDS", READY), 2) + " (s)");
        Results.piece(
                "start." + service + ".aot", Figure.atMost(rounds.median("JDK 25, AOT cache", READY), 2) + " (s)");
        Results.piece("start." + service + ".resident", Figure.atMost(rounds.median(plain, RESIDENT), 220) + " (MB)");
    }

    private Path takeApart(Path javaHome, Path jar, String service) {
        Path apart = house.folder().resolve(service + "-apart");
        List<String> command = new ArrayList<>(command(javaHome, jar, "-Djarmode=tools"));
        command.addAll(List.of("extract", "--destination", apart.toString()));
        ended(Child.start(command, Map.of(), house.folder(), service + "-apart"));
        return apart.resolve(jar.getFileName());
    }

    /** Starts it without Kafka, as the images do, until it answers, and has it write down what it loaded. */
    private void train(Path javaHome, Path jar, String option, Map<String, String> settings) {
        Map<String, String> alone = new LinkedHashMap<>(settings);
        alone.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:9");
        alone.put("FORAMEN_DATA", house.folder().resolve("training").toString());
        Server server =
                house.server("training", command(javaHome, jar, option), alone).awaitReady("/actuator/health/liveness");
        server.process().askToEnd();
        ended(server.process());
    }

    private static List<String> command(Path javaHome, Path jar, String option) {
        List<String> options = new ArrayList<>(JavaOptions.list());
        options.add(option);
        return Java.ofJar(javaHome, options, jar);
    }

    private static void ended(Child child) {
        child.cpuSecondsAtItsEnd(Duration.ofMinutes(3));
    }

    private Map<String, Double> start(List<String> command, Map<String, String> settings) {
        runs++;
        long begun = System.nanoTime();
        try (Server server = house.server("start-" + runs, command, settings)) {
            server.awaitReady("/actuator/health/readiness");
            double ready = (System.nanoTime() - begun) / 1e9;
            double cpu = server.process().cpuSeconds();
            Pause.of(size.settle());
            Map<String, Double> sample = new LinkedHashMap<>();
            sample.put(READY, ready);
            sample.put("CPU s", cpu);
            sample.put(RESIDENT, server.process().residentMegabytes());
            return sample;
        }
    }

    /**
     * How much is measured.
     *
     * @param settle between ready and the look at the memory
     */
    public record Size(int rounds, Duration settle) {}
}

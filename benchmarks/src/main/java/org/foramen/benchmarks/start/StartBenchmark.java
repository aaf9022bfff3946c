package org.foramen.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.JavaOptions;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Pause;

/**
 * From the start of the process to the first answer that says ready, and the memory it has then: from the jar as it ships
 * and with what the runtime can remember of an earlier start, beside a bare application with the same libraries.
 */
public final class StartBenchmark {

    private static final String READY = "ready s";
    private static final String CPU = "CPU s";
    private static final String JAR = "JDK 17, jar";
    private static final String CDS = "JDK 17, CDS";
    private static final String AOT = "JDK 25, AOT cache";
    private static final String BARE = "bare, ";
    private static final Path NEWEST_JDK =
            Path.of(System.getenv().getOrDefault("BENCH_JDK_25", "/usr/lib/jvm/temurin-25-jdk-amd64"));

    private final House house;
    private final Preparation preparation;
    private final Size size;
    private int runs;

    private StartBenchmark(House house, Size size) {
        this.house = house;
        this.preparation = new Preparation(house);
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
        add(contenders, "", service, jar, settings);
        Map<String, String> bare = new LinkedHashMap<>(settings);
        bare.put("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "true");
        bare.put("SPRING_DATASOURCE_URL", "jdbc:h2:mem:bare");
        add(contenders, BARE, "bare-" + service, BareJar.of(jar, house.folder().resolve("bare")), bare);
        report(service, jar, Rounds.of(size.warmUps(), size.rounds(), contenders));
    }

    /** The ways to start one application: from the jar as it ships, and with what the runtime can remember. */
    private void add(
            Map<String, Contender> contenders, String prefix, String name, Path jar, Map<String, String> settings) {
        Path usual = House.javaHome();
        contenders.put(prefix + JAR, () -> start(Java.ofJar(usual, JavaOptions.list(), jar), settings));
        Path apart = preparation.takeApart(usual, jar, name);
        Path archive = house.folder().resolve(name + ".jsa");
        preparation.train(usual, apart, "-XX:ArchiveClassesAtExit=" + archive, settings);
        contenders.put(
                prefix + CDS,
                () -> start(Preparation.command(usual, apart, "-XX:SharedArchiveFile=" + archive), settings));
        if (Files.isDirectory(NEWEST_JDK)) {
            Path cache = house.folder().resolve(name + ".aot");
            preparation.train(NEWEST_JDK, apart, "-XX:AOTCacheOutput=" + cache, settings);
            contenders.put(
                    prefix + AOT,
                    () -> start(Preparation.command(NEWEST_JDK, apart, "-XX:AOTCache=" + cache), settings));
        }
    }

    private void report(String service, Path jar, Rounds rounds) throws IOException {
        Results.raw("start-" + service + ".csv", rounds.csv());
        Results.table(
                "start." + service,
                rounds.table("%s, a jar of %.0f MB".formatted(service, Files.size(jar) / 1e6)),
                "Medians of %d starts, the broker being there.".formatted(size.rounds()));
        Results.picture(
                "start-" + service, Plot.bars("Processor time until it is ready, s: " + service, rounds.medians(CPU)));
        boolean intake = service.equals("intake");
        Map.of(
                        JAR, intake ? Target.INTAKE_START_JAR : Target.NOTIFIER_START_JAR,
                        CDS, intake ? Target.INTAKE_START_CDS : Target.NOTIFIER_START_CDS,
                        AOT, intake ? Target.INTAKE_START_AOT : Target.NOTIFIER_START_AOT)
                .forEach((way, target) -> target.measured(rounds.ratio(way, BARE + way, CPU)));
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
            sample.put(CPU, cpu);
            sample.put("resident MB", server.process().residentMegabytes());
            return sample;
        }
    }

    /**
     * How much is measured.
     *
     * @param settle between ready and the look at the memory
     */
    public record Size(int warmUps, int rounds, Duration settle) {}
}

package org.foramen.benchmarks.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.Spread;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.Program;

/** {@code mvn spring-boot:run}: from Enter to the addresses that it prints, when it was run before. */
public final class CommandBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path ROOT = Objects.requireNonNull(House.content().getParent());

    private CommandBenchmark() {}

    /** @param times beside the first, which compiles what is not compiled */
    public static void run(int times) {
        List<Double> seconds = new ArrayList<>();
        try (House house = new House("command")) {
            for (int run = 0; run <= times; run++) {
                double took = once(house.folder().resolve("run-" + run + ".log"), house.folder());
                System.out.printf("run %d: %.1f s%n", run, took);
                if (run > 0) {
                    seconds.add(took);
                }
            }
        }
        Target.FIRST_COMMAND.measured(Spread.of(seconds));
    }

    private static double once(Path log, Path folder) {
        Map<String, String> environment = new TreeMap<>();
        for (String port : List.of("FORM", "NOTIFIER", "INBOX", "SMTP", "IMAP", "KAFKA")) {
            environment.put("FORAMEN_" + port + "_PORT", String.valueOf(Ports.free()));
        }
        environment.put("FORAMEN_DATA", folder.resolve("data").toString());
        Program maven = new Program(List.of("mvn", "-f", ROOT.resolve("pom.xml").toString(), "spring-boot:run"), log);
        long begun = System.nanoTime();
        maven.start(environment);
        try {
            Pause.until(
                    () -> {
                        if (!maven.isRunning()) {
                            throw new IllegalStateException("Maven ended by itself: see " + log);
                        }
                        return maven.said().contains("Ctrl-C stops everything.");
                    },
                    "the addresses: see " + log,
                    PATIENCE,
                    Duration.ofMillis(20));
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            maven.stop();
        }
    }
}

package org.foramen.benchmarks.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.JavaOptions;
import org.foramen.stack.process.Java;

/** What is done once so that a jar starts sooner. */
record Preparation(House house) {

    Path takeApart(Path javaHome, Path jar, String service) {
        Path apart = house.folder().resolve(service + "-apart");
        List<String> command = new ArrayList<>(command(javaHome, jar, "-Djarmode=tools"));
        command.addAll(List.of("extract", "--destination", apart.toString()));
        ended(Child.start(command, Map.of(), house.folder(), service + "-apart"));
        return apart.resolve(jar.getFileName());
    }

    /** Starts it without Kafka, as the images do, until it answers, and has it write down what it loaded. */
    void train(Path javaHome, Path jar, String option, Map<String, String> settings) {
        Map<String, String> alone = new LinkedHashMap<>(settings);
        alone.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:9");
        alone.put("FORAMEN_DATA", house.folder().resolve("training").toString());
        Server server =
                house.server("training", command(javaHome, jar, option), alone).awaitReady("/actuator/health/liveness");
        server.process().askToEnd();
        ended(server.process());
    }

    static List<String> command(Path javaHome, Path jar, String option) {
        List<String> options = new ArrayList<>(JavaOptions.list());
        options.add(option);
        return Java.ofJar(javaHome, options, jar);
    }

    private static void ended(Child child) {
        child.cpuSecondsAtItsEnd(Duration.ofMinutes(3));
    }
}

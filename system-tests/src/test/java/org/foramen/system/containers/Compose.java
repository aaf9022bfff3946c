package org.foramen.system.containers;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.Program;

/** {@code docker-compose.yml} itself, under a name and on ports of its own, by Compose 2 or else docker-compose 1.29. */
final class Compose implements AutoCloseable {

    private static final List<String> PORTS =
            List.of("INTAKE_PORT", "CONSOLE_PORT", "MAIL_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT");

    private final List<String> program = program();
    private final Map<String, String> variables = new TreeMap<>();

    Compose() {
        variables.put(
                "COMPOSE_PROJECT_NAME",
                "foramen-" + UUID.randomUUID().toString().substring(0, 8));
        PORTS.forEach(port -> variables.put(port, String.valueOf(Ports.free())));
    }

    /** Builds and starts all but what the variable COMPOSE_WITHOUT names: an image that cannot be had, for instance. */
    void up() {
        List<String> services =
                new ArrayList<>(run("config", "--services").lines().toList());
        String without = System.getenv("COMPOSE_WITHOUT");
        services.removeAll(Arrays.asList((without == null ? "" : without).split(",")));
        services.add(0, "up");
        services.addAll(1, List.of("-d", "--build"));
        run(services.toArray(String[]::new));
    }

    /** The ids of the containers that are there, those that have ended too. */
    List<String> containers() {
        return run("ps", "-a", "-q").lines().toList();
    }

    URI intake(String path) {
        return address("INTAKE_PORT", path);
    }

    URI console(String path) {
        return address("CONSOLE_PORT", path);
    }

    URI mail(String path) {
        return address("MAIL_PORT", path);
    }

    String run(String... arguments) {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of("-f", Images.TREE.resolve("docker-compose.yml").toString()));
        line.addAll(List.of(arguments));
        return Program.outputOf(line, variables);
    }

    @Override
    public void close() {
        run("down", "-v", "-t", "5");
    }

    private URI address(String port, String path) {
        return URI.create("http://127.0.0.1:" + variables.get(port) + path);
    }

    private static List<String> program() {
        try {
            Program.outputOf(List.of("docker", "compose", "version"), Map.of());
            return List.of("docker", "compose");
        } catch (IllegalStateException e) {
            return List.of("docker-compose");
        }
    }
}

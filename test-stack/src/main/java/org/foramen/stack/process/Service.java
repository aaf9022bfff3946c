package org.foramen.stack.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program that listens at a port of its own, which it is told as SERVER_PORT, and is set by environment variables only. */
public final class Service {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final List<String> command;
    private final Program program;
    private final int port = Ports.free();
    private final Map<String, String> environment;
    private final List<Program> commands = new ArrayList<>();

    public Service(List<String> command, Path log, Map<String, String> environment) {
        this.command = command;
        this.program = new Program(command, log);
        this.environment = new TreeMap<>(environment);
        this.environment.put("SERVER_PORT", String.valueOf(port));
    }

    /** The jar of a service of ours as it ships, from the folder of another module. */
    public static Path jar(String module) {
        return Path.of("..", module, "target", module + ".jar").toAbsolutePath().normalize();
    }

    public int port() {
        return port;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Program program() {
        return program;
    }

    /** Starts it and does not wait for it. */
    public Service begin(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.putAll(changes);
        program.start(changed);
        return this;
    }

    public Service start() {
        return begin(Map.of()).awaitReady();
    }

    public Service awaitReady() {
        return awaitAnswer("/actuator/health/readiness", LOOK_AGAIN);
    }

    /** Waits until it answers 200 there. */
    public Service awaitAnswer(String path, Duration interval) {
        Readiness readiness = new Readiness(address(path));
        Pause.until(
                () -> {
                    if (!program.isRunning()) {
                        throw new IllegalStateException("the service ended by itself: see " + program.log());
                    }
                    return readiness.isUp();
                },
                "the service: see " + program.log(),
                PATIENCE,
                interval);
        return this;
    }

    /** Runs one of its commands beside it, and returns what that printed. */
    public String run(String... arguments) {
        return Program.outputOf(line(arguments), environment);
    }

    /** Begins one of its commands beside it, with a log of that name, and does not wait; it is killed with the service. */
    public Program beside(String... arguments) {
        Path log = program.log().resolveSibling(arguments[0] + ".log");
        Program command = new Program(line(arguments), log).start(environment);
        commands.add(command);
        return command;
    }

    private List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        return line;
    }

    public void kill() {
        program.kill();
        commands.forEach(Program::kill);
    }

    public void stop() {
        program.stop();
    }

    public boolean isRunning() {
        return program.isRunning();
    }

    /** Everything that it has logged. */
    public String said() {
        return program.said();
    }
}

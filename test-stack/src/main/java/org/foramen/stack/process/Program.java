package org.foramen.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that runs as a process of its own, in the folder of the log that it writes. It ends with us at the latest. */
public final class Program {

    private static final long PATIENCE_SECONDS = 45;

    private final List<String> command;
    private final Path log;
    private volatile Optional<Process> process = Optional.empty();

    public Program(List<String> command, Path log) {
        this.command = command;
        this.log = log.toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.ifPresent(Process::destroyForcibly)));
    }

    /** Runs it to its end and returns what it printed. */
    public static String outputOf(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!await(process) || process.exitValue() != 0) {
                throw new IllegalStateException("it failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it with the environment of this process, but for settings of the services that somebody has there. */
    public Program start(Map<String, String> environment) {
        Path folder = Objects.requireNonNull(log.getParent());
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(key -> key.matches("(FORAMEN|SPRING|SERVER)_.*"));
            builder.environment().putAll(environment);
            process = Optional.of(builder.start());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was started last. */
    public long pid() {
        return process.orElseThrow().pid();
    }

    public boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.ifPresent(running -> await(running.destroyForcibly()));
    }

    /** Asks it to end, and does not wait. */
    public void askToEnd() {
        process.ifPresent(Process::destroy);
    }

    /** Asks it to end, and waits for it. */
    public void stop() {
        askToEnd();
        process.ifPresent(running -> {
            if (!await(running)) {
                kill();
                throw new IllegalStateException("did not end when asked: see " + log);
            }
        });
    }

    public Path log() {
        return log;
    }

    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean await(Process ending) {
        try {
            return ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a process ended", e);
        }
    }
}

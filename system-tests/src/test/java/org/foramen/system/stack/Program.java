package org.foramen.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that runs as a process of its own and writes what it says into a file. */
public final class Program {

    private static final long PATIENCE_SECONDS = 45;

    private final List<String> command;
    private final Path log;
    private Optional<Process> process = Optional.empty();

    Program(List<String> command, Path log) {
        this.command = command;
        this.log = log;
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

    void start(Map<String, String> environment) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(log.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.ifPresent(running -> await(running.destroyForcibly()));
    }

    /** Asks it to end, and waits for it. */
    void stop() {
        process.ifPresent(running -> {
            running.destroy();
            if (!await(running)) {
                kill();
                throw new IllegalStateException("did not end when asked: see " + log);
            }
        });
    }

    Path log() {
        return log;
    }

    String said() {
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

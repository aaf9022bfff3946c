package org.foramen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.foramen.stack.process.Readiness;

/** A service that runs as a process of its own. */
final class ServiceProcess {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LocalService service;
    private final Process process;
    private final ServiceOutput output;
    private final CompletableFuture<Void> outputRead;

    private ServiceProcess(LocalService service, Process process, ServiceOutput output) {
        this.service = service;
        this.process = process;
        this.output = output;
        this.outputRead = CompletableFuture.runAsync(
                () -> output.read(process.getInputStream()), reader -> start(reader, service.name()));
    }

    static ServiceProcess start(LocalService service, Path logs, Console console) {
        ProcessBuilder builder = new ProcessBuilder(service.command())
                .directory(service.module().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(service.environment());
        ServiceOutput output = new ServiceOutput(service.name(), logs.resolve(service.name() + ".log"), console);
        try {
            return new ServiceProcess(service, builder.start(), output);
        } catch (IOException e) {
            throw new CannotStart("The %s cannot be started: %s".formatted(service.name(), e.getMessage()), e);
        }
    }

    String name() {
        return service.name();
    }

    /** Returns when the service says that it is ready. */
    void awaitReady(Duration limit) throws InterruptedException {
        Readiness readiness = Readiness.at(service.port().number());
        long deadline = System.nanoTime() + limit.toNanos();
        while (!readiness.isUp()) {
            if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotStart(obituary());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The %s did not say within %d s that it is ready, at %s\n%s"
                        .formatted(service.name(), limit.toSeconds(), readiness.address(), output.tail()));
            }
        }
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Completes when the service has ended. */
    CompletableFuture<Process> end() {
        return process.onExit();
    }

    /** What to tell about a service that ended by itself. */
    String obituary() {
        outputRead.exceptionally(failure -> null).join();
        return "The %s ended by itself with exit code %d.\n%s"
                .formatted(service.name(), process.exitValue(), output.tail());
    }

    /** Stops all of them at once: first in order, and after 20 seconds by force. */
    static void stop(List<ServiceProcess> processes) throws InterruptedException {
        for (ServiceProcess each : processes) {
            each.cutTether();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ServiceProcess each : processes) {
            if (!each.process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                each.process.destroyForcibly().waitFor();
            }
        }
    }

    private void cutTether() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable reader, String name) {
        Thread thread = new Thread(reader, name + "-output");
        thread.setDaemon(true);
        thread.start();
    }
}

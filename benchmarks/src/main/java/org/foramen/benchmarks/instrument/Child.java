package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Program;

/** A process of our own, and what it costs, as Linux's {@code /proc} tells it. */
public final class Child implements AutoCloseable {

    /** Linux gives processor time in hundredths of a second to every program, whatever the kernel's own clock. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Program program;

    /** @param program that has been started */
    Child(Program program) {
        this.program = program;
    }

    public static Child start(List<String> command, Map<String, String> environment, Path folder, String name) {
        return new Child(new Program(command, folder.resolve(name + ".log")).start(environment));
    }

    public long pid() {
        return program.pid();
    }

    public boolean isRunning() {
        return program.isRunning();
    }

    public Path log() {
        return program.log();
    }

    /** Processor seconds that it has used so far, in user and kernel mode, all threads together. */
    public double cpuSeconds() {
        String stat = proc("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_A_SECOND;
    }

    /** Resident memory, in megabytes of 1,000,000 bytes. */
    public double residentMegabytes() {
        return proc("status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until it ends, and returns the processor seconds that it used, read ten milliseconds apart. */
    public double cpuSecondsAtItsEnd(Duration patience) {
        return cpuSecondsAtTheEndOf(List.of(this), patience);
    }

    /** The same of several that run at once, together. */
    public static double cpuSecondsAtTheEndOf(List<Child> children, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Map<Child, Double> seconds = new HashMap<>();
        while (children.stream().anyMatch(Child::isRunning)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "it did not end in time: see " + children.get(0).log());
            }
            for (Child child : children) {
                child.cpuSecondsSoFar().ifPresent(used -> seconds.put(child, used));
            }
            Pause.of(Duration.ofMillis(10));
        }
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Empty when it has ended. */
    private OptionalDouble cpuSecondsSoFar() {
        try {
            return OptionalDouble.of(cpuSeconds());
        } catch (UncheckedIOException e) {
            return OptionalDouble.empty();
        }
    }

    /** What it printed. */
    public String said() {
        return program.said();
    }

    /** Asks it to end, and does not wait. */
    public void askToEnd() {
        program.askToEnd();
    }

    /** Asks it to end, and waits for it. */
    @Override
    public void close() {
        program.stop();
    }

    private String proc(String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

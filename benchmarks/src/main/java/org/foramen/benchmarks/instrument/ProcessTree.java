package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A process that leaves its work to others which it starts, as PostgreSQL's first does; as Linux's {@code /proc} tells it. */
record ProcessTree(long first) {

    private static final double TICKS_A_SECOND = 100;

    /** Where user and kernel mode stand, and the same of those that were started and have ended. */
    private static final List<Integer> OWN = List.of(11, 12);

    private static final List<Integer> OWN_AND_OF_THE_ENDED = List.of(11, 12, 13, 14);

    /** Those that run are read before those that have ended: who ends meanwhile is counted, once. */
    double cpuSeconds() {
        double running = ProcessHandle.of(first).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> seconds(child.pid(), OWN))
                .sum();
        return running + seconds(first, OWN_AND_OF_THE_ENDED);
    }

    private static double seconds(long pid, List<Integer> fields) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] all = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields.stream()
                            .mapToLong(field -> Long.parseLong(all[field]))
                            .sum()
                    / TICKS_A_SECOND;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

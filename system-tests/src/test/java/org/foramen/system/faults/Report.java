package org.foramen.system.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The table of results, a row for each case; a case that is run again replaces its row. */
final class Report {

    private static final Path FILE = Path.of("target", "reliability.md");

    private static final Path GUARD = Path.of("target", "reliability.lock");

    private Report() {}

    /** Other tests add theirs at the same time, in this JVM and in others. */
    static synchronized void add(Tally tally) throws IOException {
        Files.createDirectories(FILE.getParent());
        try (FileChannel guard = FileChannel.open(GUARD, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = guard.lock()) {
            write(tally);
        }
    }

    private static void write(Tally tally) throws IOException {
        List<String> lines = new ArrayList<>(
                Files.exists(FILE)
                        ? Files.readAllLines(FILE)
                        : Tally.HEADER.lines().toList());
        lines.removeIf(line -> line.startsWith("| " + tally.name() + " |"));
        lines.add(tally.row());
        Files.write(FILE, lines);
    }
}

package org.foramen.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of results, a row for each case; a case that is run again replaces its row. */
final class Report {

    private static final Path FILE = Path.of("target", "reliability.md");

    private Report() {}

    static synchronized void add(Tally tally) throws IOException {
        List<String> lines = new ArrayList<>(
                Files.exists(FILE)
                        ? Files.readAllLines(FILE)
                        : Tally.HEADER.lines().toList());
        lines.removeIf(line -> line.startsWith("| " + tally.name() + " |"));
        lines.add(tally.row());
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }
}

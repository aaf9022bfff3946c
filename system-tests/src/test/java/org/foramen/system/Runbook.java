package org.foramen.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** docs/operations.md, as those who are sent to a place in it find it. */
final class Runbook {

    private static final Path PAGE = Path.of("..", "docs", "operations.md");

    private Runbook() {}

    /** The names by which its headings are linked to, such as {@code when-kafka-is-away}. */
    static Set<String> anchors() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                    .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

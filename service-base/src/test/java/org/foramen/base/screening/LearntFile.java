package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of weights beside what the labelled messages teach now. */
final class LearntFile {

    private LearntFile() {}

    /** Fails where they differ. With {@code -Dforamen.learn=true} the file is written first. */
    static void assertHolds(Path file, Map<String, int[]> weights) throws IOException {
        List<String> learnt = weights.entrySet().stream()
                .map(row -> Arrays.stream(row.getValue())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining("\t", row.getKey() + "\t", "")))
                .toList();
        if (Boolean.getBoolean("foramen.learn")) {
            Files.write(file, Stream.concat(lines(file, true), learnt.stream()).toList());
        }
        assertThat(lines(file, false))
                .as("run with -Dforamen.learn=true after the labelled messages or the phrases changed")
                .isEqualTo(learnt);
    }

    /** Those of its head, or the others. */
    private static Stream<String> lines(Path file, boolean head) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith("#") == head);
    }
}

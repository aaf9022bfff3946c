package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Prometheus's own tool, of Debian's package prometheus; a must in CI, and where it is not there its tests are skipped. */
final class Promtool {

    private Promtool() {}

    /** Runs it in a folder and returns what it says; fails when it finds fault. */
    static String run(Path folder, String... arguments) throws IOException {
        String[] command = Stream.concat(Stream.of(find().toString()), Stream.of(arguments))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    private static Path find() {
        Path found = Stream.of("/usr/bin/promtool", "/usr/local/bin/promtool")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("promtool"));
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(found).as("promtool, of Debian's package prometheus").isExecutable();
        }
        return found;
    }
}

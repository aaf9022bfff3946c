package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patches that take guards away fit the code as it is; whether the fault tests notice is asked by {@code try.sh}. */
class MutationsTests {

    private static final Path FOLDER = Path.of("mutations");

    @ParameterizedTest
    @MethodSource("patches")
    void eachPatchFits(String patch) throws IOException {
        Process git = new ProcessBuilder("git", "apply", "--check", "system-tests/mutations/" + patch)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(git.onExit().join().exitValue()).as(said).isZero();
    }

    @Test
    void eachPatchHasATestThatMustNotice() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("mutations.txt"));

        assertThat(patches()).allSatisfy(patch -> assertThat(lines)
                .anyMatch(line -> line.startsWith(patch.replace(".patch", "") + "|")));
    }

    static List<String> patches() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".patch"))
                    .sorted()
                    .toList();
        }
    }
}

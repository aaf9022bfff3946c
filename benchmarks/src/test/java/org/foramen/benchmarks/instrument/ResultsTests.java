package org.foramen.benchmarks.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ResultsTests {

    @Test
    void aPieceTakesThePlaceBetweenItsMarksAndNoOther() {
        String page = "a <!-- one -->old<!-- / --> b <!-- two -->kept<!-- / -->";

        assertThat(Results.placed(page, "one", "$1, met"))
                .isEqualTo("a <!-- one -->$1, met<!-- / --> b <!-- two -->kept<!-- / -->");
    }

    @Test
    void everyFigureOfThePageIsWrittenBySomeBenchmark() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "performance.md"));
        StringBuilder code = new StringBuilder();
        for (String name : new String[] {
            "intake/Intake", "notifier/Notifier", "inbox/Inbox", "growth/Growth", "start/Start", "parts/Parts"
        }) {
            code.append(Files.readString(Path.of("src/main/java/org/foramen/benchmarks", name + "Benchmark.java")));
        }

        assertThat(Pattern.compile("<!-- ([a-z]+)\\.[a-z0-9.]+ -->")
                        .matcher(page)
                        .results()
                        .map(mark -> mark.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(code).contains("\"" + name + "."));
        assertThat(Arrays.asList(page.split("<!-- / -->", -1))).hasSizeGreaterThan(10);
    }
}

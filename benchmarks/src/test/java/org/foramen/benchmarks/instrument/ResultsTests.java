package org.foramen.benchmarks.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsTests {

    @Test
    void aPieceTakesThePlaceBetweenItsMarksAndNoOther() {
        String page = "a <!-- one -->old<!-- / --> b <!-- two -->kept<!-- / -->";

        assertThat(Results.placed(page, "one", "$1, met"))
                .isEqualTo("a <!-- one -->$1, met<!-- / --> b <!-- two -->kept<!-- / -->");
    }

    @Test
    void thePageHasAPlaceForEachTargetAndNoneThatNobodyFills() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "performance.md"));

        List<String> marks = Pattern.compile("<!-- ([a-z0-9.]+) -->")
                .matcher(page)
                .results()
                .map(mark -> mark.group(1))
                .toList();

        assertThat(marks)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("machine"),
                                Arrays.stream(Target.values()).map(Target::mark))
                        .toList());
        assertThat(page.split("<!-- / -->", -1)).hasSize(marks.size() + 1);
    }

    @Test
    void aFigureSaysWhetherItsTargetIsMetAndHowFarItWasSpread() {
        assertThat(Target.INTAKE_CPU.said(new Spread(2.3, 2.1, 2.5))).isEqualTo("2.30 (2.10 to 2.50), **missed**");
        assertThat(Target.INTAKE_RATE.said(Spread.once(0.7))).isEqualTo("0.700, met");
        assertThat(Target.INBOX_P99.said(Spread.once(35))).isEqualTo("35.0 ms, met");
        assertThat(Target.GROWTH.said(Spread.once(Double.NaN))).isEqualTo("not measured");
    }
}

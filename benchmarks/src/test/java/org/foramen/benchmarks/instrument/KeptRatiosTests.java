package org.foramen.benchmarks.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRatiosTests {

    private final KeptRatios kept =
            new KeptRatios(Map.of("intake.cpu", Spread.once(2.0), "notifier.h2", Spread.once(0.8)));

    @TempDir
    Path folder;

    @Test
    void aFifthMoreIsWorseWhereLessIsBetter() {
        assertThat(kept.isBetterThan(new KeptRatios(Map.of("intake.cpu", Spread.once(2.41)))))
                .isTrue();
        assertThat(kept.isBetterThan(new KeptRatios(Map.of("intake.cpu", Spread.once(2.39)))))
                .isFalse();
        assertThat(kept.isBetterThan(new KeptRatios(Map.of("intake.cpu", Spread.once(0.5)))))
                .isFalse();
    }

    @Test
    void aFifthLessIsWorseWhereMoreIsBetter() {
        assertThat(kept.isBetterThan(new KeptRatios(Map.of("notifier.h2", Spread.once(0.66)))))
                .isTrue();
        assertThat(kept.isBetterThan(new KeptRatios(Map.of("notifier.h2", Spread.once(0.67)))))
                .isFalse();
        assertThat(kept.isBetterThan(new KeptRatios(Map.of("notifier.h2", Spread.once(3.0)))))
                .isFalse();
    }

    @Test
    void whatARoundOfTheKeptHasBeenIsNoneTheWorse() {
        KeptRatios wide =
                new KeptRatios(Map.of("intake.cpu", new Spread(5, 4, 7), "notifier.h2", new Spread(0.8, 0.6, 0.9)));

        assertThat(wide.isBetterThan(new KeptRatios(Map.of("intake.cpu", Spread.once(6.9)))))
                .isFalse();
        assertThat(wide.isBetterThan(new KeptRatios(Map.of("intake.cpu", Spread.once(7.1)))))
                .isTrue();
        assertThat(wide.isBetterThan(new KeptRatios(Map.of("notifier.h2", Spread.once(0.61)))))
                .isFalse();
        assertThat(wide.isBetterThan(new KeptRatios(Map.of("notifier.h2", Spread.once(0.59)))))
                .isTrue();
    }

    @Test
    void whatIsWorseIsNamed() {
        assertThat(kept.against(new KeptRatios(Map.of(
                        "intake.cpu",
                        Spread.once(3.0),
                        "notifier.h2",
                        Spread.once(0.8),
                        "intake.p99",
                        Spread.once(9.0)))))
                .containsExactly("intake.cpu: 3.00, was 2.00, WORSE", "notifier.h2: 0.800, was 0.800");
    }

    @Test
    void nothingToCompareIsNoGoodNews() {
        assertThatIllegalStateException().isThrownBy(() -> kept.isBetterThan(new KeptRatios(Map.of())));
    }

    @Test
    void whatIsKeptIsReadAgainAndWhatWasNotMeasuredStays() throws IOException {
        Path file = folder.resolve("kept.txt");

        kept.keepIn(file);
        new KeptRatios(Map.of("intake.cpu", Spread.once(1.5))).keepIn(file);

        assertThat(Files.readAllLines(file))
                .containsExactly("intake.cpu=1.500 1.500 1.500", "notifier.h2=0.800 0.800 0.800");
        assertThat(KeptRatios.read(file).values())
                .isEqualTo(Map.of("intake.cpu", Spread.once(1.5), "notifier.h2", Spread.once(0.8)));
    }

    @Test
    void aFileThatIsNotThereKeepsNothing() throws IOException {
        assertThat(KeptRatios.read(folder.resolve("none")).values()).isEmpty();
    }
}

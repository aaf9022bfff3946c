package org.foramen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServiceOutputTests {

    private static final String PRINTED =
            """
            2026-11-22T09:30:00.000 INFO  org.apache.kafka.clients.Metadata : Cluster ID: x
            2026-11-22T09:30:01.000 INFO  org.foramen.intake.admission.Reception : Inquiry K7F392QX accepted
            2026-11-22T09:30:02.000 WARN  org.apache.kafka.clients.NetworkClient : Disconnected
            java.lang.IllegalStateException: señal
            	at java.base/java.lang.Thread.run(Thread.java:840)
            """;

    @TempDir
    Path logs;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void theConsoleShowsWarningsAndWhatForamenDid() throws IOException {
        read(PRINTED);

        assertThat(shown.toString(UTF_8).lines())
                .containsExactly("intake   | Inquiry K7F392QX accepted", "intake   | WARN Disconnected");
    }

    @Test
    void theFileHasEverything() throws IOException {
        read(PRINTED);

        assertThat(logs.resolve("intake.log")).content(UTF_8).isEqualToNormalizingNewlines(PRINTED);
    }

    @Test
    void theTailNamesTheFileAndEndsWithTheCause() throws IOException {
        assertThat(read(PRINTED).tail().lines())
                .startsWith("The end of " + logs.resolve("intake.log") + ":")
                .endsWith("java.lang.IllegalStateException: señal");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullDoesNotHoldTheServiceUpAndIsToldOnce() throws IOException {
        ServiceOutput output = new ServiceOutput("intake", Path.of("/dev/full"), new Console(new PrintStream(shown)));

        output.read(new ByteArrayInputStream(PRINTED.repeat(3).getBytes(UTF_8)));

        assertThat(shown.toString(UTF_8).lines())
                .filteredOn(line -> line.contains("lines are missing"))
                .hasSize(1);
        assertThat(shown.toString(UTF_8).lines())
                .filteredOn(line -> line.endsWith("Disconnected"))
                .hasSize(3);
    }

    @Test
    void aLongLineIsCutOnTheConsoleOnly() throws IOException {
        String line = "2026-11-22T09:30:02.000 ERROR a.B : " + "long ".repeat(1_000);

        read(line);

        assertThat(shown.toString(UTF_8)).hasSizeLessThan(400).contains("…");
        assertThat(Files.readString(logs.resolve("intake.log")).strip()).isEqualTo(line.strip());
    }

    private ServiceOutput read(String printed) {
        ServiceOutput output = new ServiceOutput(
                "intake", logs.resolve("intake.log"), new Console(new PrintStream(shown, true, UTF_8)));
        output.read(new ByteArrayInputStream(printed.getBytes(UTF_8)));
        return output;
    }
}

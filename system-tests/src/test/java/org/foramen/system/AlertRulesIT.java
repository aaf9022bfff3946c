package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts fire when they should and are silent when all is well, says Prometheus's own tool. */
class AlertRulesIT {

    private static final Path RULES = Path.of("..", "ops", "prometheus");

    @Test
    void theAlertsDoWhatTheirTestsSay() throws IOException {
        Path promtool = promtool();

        assertThat(run(promtool, "check", "config", "prometheus.yml")).contains("SUCCESS");
        assertThat(run(promtool, "test", "rules", "alerts-test.yml")).contains("SUCCESS");
    }

    @Test
    void eachAlertHasATestAndAWordToTheOperator() throws IOException {
        String tests = Files.readString(RULES.resolve("alerts-test.yml"));
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));

        assertThat(Files.readAllLines(RULES.resolve("alerts.yml")).stream()
                        .filter(line -> line.contains("- alert:"))
                        .map(line -> line.split(":")[1].strip()))
                .hasSize(10)
                .allMatch(alert -> tests.contains("alertname: " + alert))
                .allMatch(alert -> operations.contains("`" + alert + "`"));
    }

    private static Path promtool() {
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

    private static String run(Path promtool, String... arguments) throws IOException {
        String[] command = Stream.concat(Stream.of(promtool.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(RULES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }
}

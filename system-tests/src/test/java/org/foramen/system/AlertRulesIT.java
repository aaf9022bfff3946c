package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The alerts fire when they should and are silent when all is well, says Prometheus's own tool. */
class AlertRulesIT {

    private static final Path RULES = Path.of("..", "ops", "prometheus");

    @Test
    void theAlertsDoWhatTheirTestsSay() throws IOException {
        assertThat(Promtool.run(RULES, "check", "config", "prometheus.yml")).contains("SUCCESS");
        assertThat(Promtool.run(RULES, "test", "rules", "alerts-test.yml")).contains("SUCCESS");
    }

    @Test
    void eachAlertHasATestAndAPlaceInTheRunbookThatIsItsOwn() throws IOException {
        String tests = Files.readString(RULES.resolve("alerts-test.yml"));
        List<String> rules = Files.readAllLines(RULES.resolve("alerts.yml"));
        List<String> alerts = rules.stream()
                .filter(line -> line.contains("- alert:"))
                .map(line -> line.split(":")[1].strip())
                .toList();

        assertThat(alerts).isNotEmpty().allMatch(alert -> tests.contains("alertname: " + alert));
        assertThat(rules.stream().filter(line -> line.contains("runbook:")).map(line -> line.split(":", 2)[1].strip()))
                .containsExactlyElementsOf(alerts.stream()
                        .map(alert -> "docs/operations.md#" + alert.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(alerts).allMatch(alert -> Runbook.anchors().contains(alert.toLowerCase(Locale.ROOT)));
    }
}

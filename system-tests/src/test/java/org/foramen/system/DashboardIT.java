package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Grafana is given: questions that Prometheus understands, in panels that say what they show. */
class DashboardIT {

    private static final Path GRAFANA = Path.of("..", "ops", "grafana");
    private static final Path DASHBOARD = GRAFANA.resolve("dashboards/foramen.json");
    private static final Pattern PLACE = Pattern.compile("docs/operations\\.md#([a-z0-9-]+)");

    @TempDir
    Path folder;

    /** Every question that the dashboard asks of Prometheus. */
    static List<String> questions() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        return dashboard.findValuesAsString("expr");
    }

    @Test
    void prometheusUnderstandsEveryQuestion() throws IOException {
        List<String> questions = questions();
        List<String> rules = IntStream.range(0, questions.size())
                .mapToObj(number -> "  - { record: 'question:%d', expr: '%s' }"
                        .formatted(number, questions.get(number).replace("'", "''")))
                .toList();
        Files.writeString(
                folder.resolve("questions.yml"),
                "groups:\n- name: dashboard\n  rules:\n" + String.join("\n", rules) + "\n");

        assertThat(Promtool.run(folder, "check", "rules", "questions.yml"))
                .contains("SUCCESS: " + questions.size() + " rules found");
    }

    @Test
    void eachPanelSaysWhatItShowsAndInWhichUnit() throws IOException {
        assertThat(panels()).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.path("title").asString()).isNotBlank();
            assertThat(panel.path("description").asString()).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
            assertThat(panel.path("targets")).isNotEmpty();
        });
        assertThat(PLACE.matcher(Files.readString(DASHBOARD)).results().map(place -> place.group(1)))
                .isNotEmpty()
                .allMatch(place -> Runbook.anchors().contains(place));
    }

    @Test
    void eachPanelAsksThePrometheusThatIsProvided() throws IOException {
        String provided = Files.readString(GRAFANA.resolve("provisioning/datasources/prometheus.yml"));
        String uid = Pattern.compile("uid: (\\S+)")
                .matcher(provided)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();

        assertThat(JsonMapper.shared().readTree(Files.readString(DASHBOARD)).findValues("datasource"))
                .hasSizeGreaterThan(40)
                .allMatch(source -> source.path("uid").asString().equals(uid));
    }

    private static List<JsonNode> panels() throws IOException {
        JsonNode panels =
                JsonMapper.shared().readTree(Files.readString(DASHBOARD)).path("panels");
        return StreamSupport.stream(panels.spliterator(), false)
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .toList();
    }
}

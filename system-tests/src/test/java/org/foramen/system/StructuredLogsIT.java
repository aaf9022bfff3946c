package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With one setting each line of a log is JSON: asked of a start that ends by itself. */
class StructuredLogsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "notifier-service"})
    void eachLineIsJson(String service) throws Exception {
        List<String> lines = saidBy(service).lines().toList();

        assertThat(lines).isNotEmpty();
        assertThat(lines).allSatisfy(line -> {
            JsonNode said = JsonMapper.shared().readTree(line);
            assertThat(said.path("message").asString()).isNotBlank();
            assertThat(said.path("@timestamp").asString()).isNotBlank();
        });
        assertThat(lines).last().asString().contains("nowhere");
    }

    /** It refuses to start, for its content is missing. */
    private String saidBy(String service) throws IOException, InterruptedException {
        ProcessBuilder start = new ProcessBuilder(Java.ofJar(Java.home(), Java.small("256m"), Service.jar(service)))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        start.environment()
                .putAll(Map.of(
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                        "ecs",
                        "FORAMEN_CONTENT",
                        folder.resolve("nowhere").toString(),
                        "FORAMEN_DATA",
                        folder.toString(),
                        "SERVER_PORT",
                        "0"));
        Process process = start.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        return said;
    }
}

package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in the jars that ship. */
class ShippedJarsIT {

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "notifier-service"})
    void eachSaysWhatItIsMadeOf(String module) throws IOException {
        try (JarFile jar = new JarFile(jar(module));
                InputStream bom = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            JsonNode sbom = JsonMapper.shared().readTree(bom);

            assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(sbom.path("components").valueStream().map(one -> one.path("name")
                            .asString()))
                    .contains("kafka-clients", "spring-kafka", "nimbus-jose-jwt")
                    .hasSizeGreaterThan(50);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "notifier-service"})
    void noneHoldsAKeyOrTheClinicsContent(String module) throws IOException {
        try (JarFile jar = new JarFile(jar(module))) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.contains("seal-private") || name.endsWith("clinic.yml"));
        }
    }

    private static String jar(String module) {
        return Path.of("..", module, "target", module + ".jar").toString();
    }
}

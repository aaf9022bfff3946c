package org.foramen.system.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's settings records, read by the processor of Spring Boot that tells editors of them. */
final class SettingsRecords {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private SettingsRecords() {}

    static List<Setting> of(String service) throws IOException {
        Path out = Files.createTempDirectory("settings-metadata");
        List<Path> records = new ArrayList<>(recordsOf("service-base"));
        records.addAll(recordsOf(service));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            files.setLocationFromPaths(
                    StandardLocation.SOURCE_PATH,
                    List.of(sources("inquiry-contract"), sources("service-base"), sources(service)));
            StringWriter said = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said, files, null, List.of("-proc:only"), null, files.getJavaFileObjectsFromPaths(records));
            task.setProcessors(List.of(new ConfigurationMetadataAnnotationProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("The settings of " + service + " cannot be read: " + said);
            }
        }
        return JsonMapper.shared().readTree(out.resolve(METADATA)).get("properties").values().stream()
                .map(SettingsRecords::setting)
                .toList();
    }

    private static List<Path> recordsOf(String module) throws IOException {
        try (Stream<Path> files = Files.walk(sources(module))) {
            return files.filter(file -> file.toString().endsWith("Settings.java"))
                    .toList();
        }
    }

    private static Path sources(String module) {
        return Path.of("..", module, "src/main/java");
    }

    private static Setting setting(JsonNode property) {
        String variable =
                property.get("name").asString().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return new Setting(
                variable,
                property.path("defaultValue").asString(""),
                Unit.ofType(property.get("type").asString()),
                property.path("description").asString("").replaceAll("\\{@code ([^}]*)}", "`$1`"));
    }
}

package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of settings says what the services really read. */
class SettingsTableTests {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]{4,}):((?:[^{}]|\\$\\{[^}]*})*)}");

    static List<Setting> settings() throws IOException {
        List<Setting> settings = new ArrayList<>();
        for (String service : List.of("intake-service", "notifier-service")) {
            Path yaml = Path.of("..", service, "src/main/resources/application.yaml");
            Matcher variables = VARIABLE.matcher(Files.readString(yaml));
            while (variables.find()) {
                settings.add(new Setting(variables.group(1), variables.group(2)));
            }
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void hasARowWithItsDefault(Setting setting) throws IOException {
        assertThat(Files.readString(Path.of("../README.md")).lines())
                .filteredOn(line -> line.startsWith("| `" + setting.variable() + "` |"))
                .singleElement()
                .asString()
                .contains(setting.otherwise().isEmpty() ? "|" : "`" + setting.otherwise() + "`");
    }

    record Setting(String variable, String otherwise) {}
}

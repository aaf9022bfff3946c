package org.foramen.system.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Those of Spring's own settings that a service names with a variable, a default and a meaning in its application.yaml. */
final class SpringSettings {

    private static final Pattern LINE = Pattern.compile("(?m)^ *[^#\\s].*: \\$\\{([A-Z_]+):([^}]*)}(?: # (.*))?$");

    private SpringSettings() {}

    static List<Setting> of(String service) throws IOException {
        String yaml = Files.readString(Path.of("..", service, "src/main/resources/application.yaml"));
        return LINE.matcher(yaml)
                .results()
                .map(line -> new Setting(
                        line.group(1),
                        line.group(2),
                        Unit.ofLook(line.group(2)),
                        line.group(3) == null ? "" : line.group(3)))
                .toList();
    }
}

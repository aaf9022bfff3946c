package org.foramen.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code .env.example} says what the compose files can really be told, and what they take otherwise. */
class EnvExampleTests {

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+):-([^}]*)}");

    @Test
    void hasALineForEachVariableWithItsDefault() throws IOException {
        assertThat(example()).isEqualTo(read());
    }

    @Test
    void theTestsTakeTheSameImages() throws IOException {
        for (Images image : Images.values()) {
            assertThat(example()).containsEntry(image.name() + "_IMAGE", image.otherwise());
        }
    }

    private static Map<String, String> example() throws IOException {
        return Files.readAllLines(Images.TREE.resolve(".env.example")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        for (String file : List.of("docker-compose.yml", "docker-compose.cluster.yml")) {
            Matcher found = VARIABLE.matcher(Files.readString(Images.TREE.resolve(file)));
            while (found.find()) {
                assertThat(variables.getOrDefault(found.group(1), found.group(2)))
                        .as("%s has one default", found.group(1))
                        .isEqualTo(found.group(2));
                variables.put(found.group(1), found.group(2));
            }
        }
        return variables;
    }
}

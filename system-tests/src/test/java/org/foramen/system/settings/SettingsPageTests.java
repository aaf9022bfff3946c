package org.foramen.system.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of settings says what the services really read. */
class SettingsPageTests {

    private static final Path PAGE = Path.of("..", "docs", "settings.md");
    private static final Path MADE = Path.of("target", "settings.md");

    private static final Path LOCAL_STACK = Path.of("..", "local-stack", "src", "main", "java");
    private static final Pattern NAME = Pattern.compile("\\b(FORAMEN|SPRING_MAIL)_[A-Z0-9_]+");

    private static final String HEAD =
            """
            # Settings

            For whoever sets up or runs Foramen.
            Each is an environment variable, and works as a property too: `FORAMEN_SMTP_CONNECTIONS` is `foramen.smtp.connections`. What is not set has
            its default; an empty default means nothing. Every other setting of Spring Boot works as well. A clinic must set seven of them:
            [README](../README.md#settings).

            A *time* is a number with `ms`, `s`, `m`, `h` or `d`, a *size* one with `B`, `KB`, `MB` or `GB`, a *switch* is `true` or `false`, a *list* has commas
            between its parts, and a *map* is one variable for each name, which its own ends with. This page is made from the code (`SettingsPageTests`); change it there.
            """;

    private static final List<Setting> INTAKE = settings("intake-service");
    private static final List<Setting> NOTIFIER = settings("notifier-service");

    @Test
    void thePageIsTheOneThatIsMadeFromTheCode() throws IOException {
        String made = HEAD + section("Intake", INTAKE) + section("Notifier", NOTIFIER);
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        assertThat(PAGE)
                .as("`cp system-tests/target/settings.md docs/settings.md` brings the page up to date")
                .hasContent(made);
    }

    @Test
    void eachSettingHasAMeaningAndStandsOnce() {
        for (List<Setting> service : List.of(INTAKE, NOTIFIER)) {
            assertThat(service)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(setting ->
                            assertThat(setting.meaning()).as(setting.variable()).isNotBlank())
                    .extracting(Setting::variable)
                    .doesNotHaveDuplicates();
        }
    }

    /** Whoever copies a name from a page must not copy one that nobody reads. */
    @Test
    void eachSettingThatThePagesNameIsThere() throws IOException {
        Set<String> ofLocalStack = namesIn(LOCAL_STACK, ".java");
        List<Setting> known = Stream.of(INTAKE, NOTIFIER).flatMap(List::stream).toList();

        assertThat(namesIn(PAGE.getParent(), ".md"))
                .hasSizeGreaterThan(100)
                .allMatch(name ->
                        ofLocalStack.contains(name) || known.stream().anyMatch(setting -> setting.isMeantBy(name)));
    }

    private static Set<String> namesIn(Path folder, String end) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(end)).toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group()));
            }
        }
        return names;
    }

    private static List<Setting> settings(String service) {
        try {
            List<Setting> settings = new ArrayList<>(SettingsRecords.of(service));
            settings.addAll(SpringSettings.of(service));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String name, List<Setting> settings) {
        return settings.stream()
                .map(Setting::row)
                .collect(Collectors.joining(
                        "\n",
                        "\n## " + name + "\n\n| variable | default | unit | meaning |\n|---|---|---|---|\n",
                        "\n"));
    }
}

package org.foramen.system;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md shows the tree as it is. */
class MapTests {

    private static final Path TREE = Path.of("..");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| \\S.* \\|$");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");

    private final String map = read(TREE.resolve("docs/architecture.md"));

    @Test
    void everyPackageHasItsLineAndEveryLineItsPackage() {
        assertThat(names(PACKAGE, section("## Packages"))).isEqualTo(packages());
    }

    @Test
    void everyClassThatIsNamedIsThere() {
        assertThat(types()).containsAll(names(TYPE, map));
    }

    @Test
    void theWayOfAnInquiryHasTenSteps() {
        assertThat(Pattern.compile("(?m)^\\d+\\. .*$")
                        .matcher(section("## The way of one inquiry"))
                        .results())
                .hasSize(10);
    }

    private String section(String title) {
        int begin = map.indexOf("\n" + title + "\n");
        assertThat(begin).as("the page has a section '%s'", title).isNotNegative();
        int end = map.indexOf("\n## ", begin + title.length());
        return map.substring(begin, end < 0 ? map.length() : end);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the modules that ship or start what ships; benchmarks are measured with, not read. */
    private static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        for (Path sources : sources("src/main/java")) {
            files(sources)
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .map(name -> name.replaceFirst("^org\\.foramen\\.", ""))
                    .forEach(packages::add);
        }
        return packages;
    }

    private static Set<String> types() {
        return Stream.of("src/main/java", "src/test/java")
                .flatMap(kind -> sources(kind).stream())
                .flatMap(MapTests::files)
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static List<Path> sources(String kind) {
        try (Stream<Path> modules = Files.list(TREE)) {
            return modules.filter(not(module -> module.endsWith("benchmarks")))
                    .map(module -> module.resolve(kind))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

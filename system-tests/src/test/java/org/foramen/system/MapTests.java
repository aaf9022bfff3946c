package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md shows the tree as it is. */
class MapTests {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| (\\S.*) \\|$");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^/\\*\\*(.*?)\\.\\s");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");

    private final String map = SourceTree.text(SourceTree.ROOT.resolve("docs/architecture.md"));

    /** A line says what the package's own documentation says first. */
    @Test
    void everyPackageHasItsLineAndEveryLineItsPackage() {
        Map<String, String> lines = PACKAGE.matcher(section("## Packages"))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> found.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
                                + found.group(2).substring(1),
                        (one, two) -> two,
                        TreeMap::new));

        assertThat(lines).isEqualTo(packages());
    }

    @Test
    void everyClassThatIsNamedIsThere() {
        Set<String> named = names(TYPE, map);
        assertThat(named).isNotEmpty();
        named.removeAll(types());

        assertThat(named).as("classes that the page names and nobody finds").isEmpty();
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
    private static Map<String, String> packages() {
        Map<String, String> packages = new TreeMap<>();
        for (Path sources : SourceTree.folders("src/main/java", "benchmarks")) {
            SourceTree.files(sources).stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .forEach(folder -> packages.put(
                            sources.relativize(folder)
                                    .toString()
                                    .replace('/', '.')
                                    .replaceFirst("^org\\.foramen\\.", ""),
                            sentence(SourceTree.text(folder.resolve("package-info.java")))));
        }
        return packages;
    }

    /** The first sentence, with code between backticks as the page has it. */
    private static String sentence(String packageInfo) {
        Matcher first = SENTENCE.matcher(packageInfo);
        assertThat(first.find()).as(packageInfo).isTrue();
        return first.group(1)
                .replaceAll("\\s+\\*?\\s*", " ")
                .replaceAll("\\{@code (.*?)}", "`$1`")
                .strip();
    }

    private static Set<String> types() {
        return Stream.of("src/main/java", "src/test/java")
                .flatMap(kind -> SourceTree.folders(kind, "benchmarks").stream())
                .flatMap(folder -> SourceTree.files(folder).stream())
                .map(SourceTree::typeOf)
                .collect(Collectors.toSet());
    }
}

package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever doubts what a document says can run the test that it names. */
class CitedTestsTests {

    private static final Pattern CITED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Tests|IT))\\b(?:#(\\w+))?");
    private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");

    private final Map<String, String> tests = tests();

    @Test
    void eachTestThatADocumentNamesIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        int cited = 0;
        for (Path document : documents()) {
            Matcher names = CITED.matcher(SourceTree.text(document));
            while (names.find()) {
                cited++;
                if (!isThere(names.group(1), names.group(2))) {
                    missing.add(SourceTree.ROOT.relativize(document) + ": "
                            + names.group().substring(1));
                }
            }
        }

        assertThat(cited).isPositive();
        assertThat(missing).isEmpty();
    }

    /** @param method null for all of the class */
    private boolean isThere(String type, @Nullable String method) {
        String text = tests.get(type);
        if (text == null) {
            return false;
        }
        Matcher parent = PARENT.matcher(text);
        return method == null
                || text.contains("void " + method + "(")
                || parent.find() && isThere(parent.group(1), method);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(SourceTree.ROOT.resolve("docs"));
                Stream<Path> root = Files.list(SourceTree.ROOT)) {
            return Stream.concat(docs, root)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("CHANGELOG.md")) // tells of what was
                    .toList();
        }
    }

    private static Map<String, String> tests() {
        Map<String, String> tests = new HashMap<>();
        Stream.of("src/test/java", "src/browser/java")
                .flatMap(kind -> SourceTree.folders(kind).stream())
                .flatMap(folder -> SourceTree.files(folder).stream())
                .forEach(file -> tests.put(SourceTree.typeOf(file), SourceTree.text(file)));
        return tests;
    }
}

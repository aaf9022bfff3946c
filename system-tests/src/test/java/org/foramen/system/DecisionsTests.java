package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each decision in docs/decisions says when it was made and whether it holds, and stands in the index. */
class DecisionsTests {

    private static final Path FOLDER = SourceTree.ROOT.resolve("docs/decisions");
    private static final Pattern HEAD = Pattern.compile(
            "# (.+)\\n\\nDate: (\\d{4}-\\d{2}-\\d{2})\\. Status: (accepted|superseded by \\[\\d{4}]\\(\\S+\\.md\\))\\.\\n(?s:.*)");

    @Test
    void theIndexIsTheDecisionsInTheirOrder() throws IOException {
        String index = Files.readString(FOLDER.resolve("README.md"));

        assertThat(index.lines().filter(line -> line.matches("\\| \\d{4} .*")))
                .containsExactlyElementsOf(
                        decisions().stream().map(DecisionsTests::row).toList());
    }

    @Test
    void noTwoDecisionsHaveOneNumber() throws IOException {
        assertThat(decisions()).isNotEmpty().extracting(DecisionsTests::number).doesNotHaveDuplicates();
    }

    private static String row(Path decision) {
        Matcher head = HEAD.matcher(SourceTree.text(decision));
        assertThat(head.matches())
                .as("%s begins with its question, then 'Date: … Status: ….'", decision)
                .isTrue();
        return "| %s | [%s](%s) | %s | %s |"
                .formatted(number(decision), head.group(1), decision.getFileName(), head.group(2), head.group(3));
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 4);
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }
}

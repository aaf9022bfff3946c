package org.foramen.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageSourceTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void stylesLoseTheirCommentsAndNoRule() throws Exception {
        String written = Files.readString(RESOURCES.resolve("page/site.css"));

        assertThat(written).contains("/* in a frame").contains("font-family: system-ui, -apple-system, \"Segoe UI\"");
        assertThat(PageSource.styles())
                .doesNotContain("/*", "\n", ": ")
                .contains("font-family:system-ui,-apple-system,\"Segoe UI\"", ".sheet > :first-child{margin-top:0;}")
                .satisfies(styles -> assertThat(count(styles, '{')).isEqualTo(count(written, '{')));
    }

    @Test
    void theScriptLosesTheLinesThatAreComments() throws Exception {
        String written = Files.readString(RESOURCES.resolve("page/form.js"));

        assertThat(written)
                .as("a text of several lines would lose its spaces, a comment after code takes the wire")
                .doesNotContain("`")
                .doesNotContainPattern("(?m)[;{}] // ");
        assertThat(PageSource.script())
                .startsWith("'use strict';\n(() => {\n")
                .endsWith("})();\n")
                .doesNotContainPattern("(?m)^ *//")
                .doesNotContain("\n ", "\n\n");
    }

    @Test
    void aTemplateKeepsItsLines() throws Exception {
        String written = Files.readString(RESOURCES.resolve("templates/form.html"));

        assertThat(PageSource.template("form")).doesNotContain("\n ").hasLineCount((int)
                written.lines().count());
    }

    private static long count(String text, char letter) {
        return text.chars().filter(one -> one == letter).count();
    }
}

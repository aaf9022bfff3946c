package org.foramen.intake.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** What we wrote for browsers, without what only its readers need: comments and indentation. */
final class PageSource {

    private PageSource() {}

    static String styles() {
        return read("page/site.css").replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*([{};,])\\s*|(?<=:) ", "$1");
    }

    static String script() {
        return read("page/form.js").replaceAll("(?m)^\\s*//.*$", "").replaceAll("\\s*\\n\\s*", "\n");
    }

    /** Line by line, so that an error names the line of the file. */
    static String template(String name) {
        return read("templates/" + name + ".html").replaceAll("\\n[ \\t]+", "\n");
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.foramen.content.file;

import java.nio.file.Path;
import java.util.List;

/** A file in the content folder is missing or broken. The message names the file and the line, for the person who edits it. */
public final class InvalidContent extends RuntimeException {

    /** @param line counted from 1 */
    public InvalidContent(Path file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }

    public InvalidContent(Path file, String problem) {
        super("%s: %s".formatted(file, problem));
    }

    /** Several at once, each on a line of its own. */
    InvalidContent(List<InvalidContent> all) {
        super(String.join(
                "\n", all.stream().map(InvalidContent::getMessage).distinct().toList()));
    }
}

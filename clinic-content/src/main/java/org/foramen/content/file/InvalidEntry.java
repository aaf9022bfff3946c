package org.foramen.content.file;

import java.util.List;
import java.util.stream.Stream;

/** An entry of a YAML file has a value that cannot be used. */
public final class InvalidEntry extends IllegalArgumentException {

    private final String entry;

    public InvalidEntry(String entry, String problem) {
        super(entry + " " + problem);
        this.entry = entry;
    }

    public InvalidEntry(String entry, String problem, Throwable cause) {
        super(entry + " " + problem, cause);
        this.entry = entry;
    }

    /** Of a value that does not know which entry it is of; whoever reads the file does. */
    public InvalidEntry(String problem) {
        super(problem);
        this.entry = "";
    }

    String entry() {
        return entry;
    }

    /** What is said of it, where it was read as the entry of that name. */
    String problemOf(String name) {
        return entry.isEmpty() ? name + " " + getMessage() : String.valueOf(getMessage());
    }

    /** This one and those that it carries. */
    List<InvalidEntry> all() {
        return Stream.concat(Stream.of(this), Stream.of(getSuppressed()).flatMap(other -> ((InvalidEntry) other)
                        .all().stream()))
                .toList();
    }
}

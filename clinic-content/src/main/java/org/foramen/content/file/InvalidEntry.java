package org.foramen.content.file;

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

    String entry() {
        return entry;
    }
}

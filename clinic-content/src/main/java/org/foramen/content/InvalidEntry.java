package org.foramen.content;

/** An entry of a YAML file has a value that cannot be used. */
final class InvalidEntry extends IllegalArgumentException {

    private final String entry;

    InvalidEntry(String entry, String problem) {
        super(entry + " " + problem);
        this.entry = entry;
    }

    String entry() {
        return entry;
    }
}

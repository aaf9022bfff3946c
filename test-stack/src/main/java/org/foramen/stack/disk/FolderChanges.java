package org.foramen.stack.disk;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts how often a folder, and what is in it, looked otherwise than before: so far is whoever writes there. */
public final class FolderChanges {

    private final File folder;
    private String last;
    private int seen;

    /** The folder need not be there yet. */
    public FolderChanges(Path folder) {
        this.folder = folder.toFile();
        this.last = state();
    }

    /** How many, up to this look at it. */
    public int seen() {
        String now = state();
        if (!now.equals(last)) {
            last = now;
            seen++;
        }
        return seen;
    }

    private String state() {
        return within(folder)
                .map(file -> file + " " + file.length() + " " + file.lastModified())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<File> within(File folder) {
        return Stream.ofNullable(folder.listFiles())
                .flatMap(Stream::of)
                .flatMap(file -> Stream.concat(Stream.of(file), within(file)));
    }
}

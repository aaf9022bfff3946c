package org.foramen.intake.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of the spool that the disk or a person has spoilt, kept under another name until a person takes them away. */
final class UnreadableFiles {

    private static final String ENDING = ".spoilt";
    private static final Logger log = LoggerFactory.getLogger(UnreadableFiles.class);

    private final Path folder;
    private final Set<Path> immovable = ConcurrentHashMap.newKeySet();
    private volatile int counted;

    UnreadableFiles(Path folder) {
        this.folder = folder;
    }

    /** Gets a file out of the way of the others; one that cannot be moved is passed over. */
    void add(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            immovable.add(file);
        }
        log.error("{} in the spool cannot be sent and is kept aside: a person must look at it", file.getFileName());
    }

    boolean holds(Path file) {
        return immovable.contains(file);
    }

    /**
     * Counted on the disk: a restart forgets none, and what a person took away is gone. While the folder cannot be read, which the
     * relay tells, it is what was counted last.
     */
    int count() {
        try (Stream<Path> files = Files.list(folder)) {
            counted = (int) files.filter(file -> file.toString().endsWith(ENDING) || holds(file))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            log.debug("the folder of the spool cannot be read", e);
        }
        return counted;
    }
}

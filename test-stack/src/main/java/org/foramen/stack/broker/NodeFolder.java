package org.foramen.stack.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Makes a node's folder so that it is there whole or not at all, whatever loses power: aside, forced, renamed. Kafka's own
 * way leaves empty files after a cut, with which no broker starts.
 */
final class NodeFolder {

    private NodeFolder() {}

    static void make(Path log, Formatter formatter) {
        Path home = Objects.requireNonNull(log.getParent());
        Path aside = log.resolveSibling(log.getFileName() + ".new");
        try {
            if (Files.exists(aside)) { // of a start that was cut off
                for (Path left : within(aside)) {
                    Files.delete(left);
                }
            }
            Files.createDirectories(aside);
            formatter
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setMetadataLogDirectory(aside.toString())
                    .addDirectory(aside.toString())
                    .run();
            for (Path made : within(aside)) {
                force(made);
            }
            Files.move(aside, log, StandardCopyOption.ATOMIC_MOVE);
            for (Path above = home; above != null; above = above.getParent()) {
                force(above);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("A broker's folder cannot be made: " + log, e);
        }
    }

    /** What is deepest comes first. */
    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void force(Path fileOrFolder) throws IOException {
        try (FileChannel open = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}

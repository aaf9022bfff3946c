package org.foramen.notifier.ledger.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes that is filled and freed at will: a file system in memory, for which root is needed. */
final class SmallDisk implements AutoCloseable {

    private final Path place;
    private final Path filler;

    SmallDisk(Path place, int megabytes) throws IOException, InterruptedException {
        this.place = Files.createDirectories(place);
        this.filler = place.resolve("filler");
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/mount")),
                    "NOT TRIED: a disk that is full needs root, who may mount one");
        }
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "foramen-test", place.toString());
    }

    Path place() {
        return place;
    }

    /** Leaves not one byte. */
    void fill() throws IOException {
        ByteBuffer nothing = ByteBuffer.allocate(4096);
        try (FileChannel file = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.getFileStore(place).getUsableSpace() > 0) {
                file.write(nothing.clear());
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", place.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + " failed: " + said);
        }
    }
}

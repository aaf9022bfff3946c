package org.foramen.stack.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk whose power can be cut: ext4 in a file, which forgets what was not forced. Root and Debian's xfsprogs only. */
final class LoopDisk implements AutoCloseable {

    private final Path image;
    private final Path place;
    private boolean mounted;

    LoopDisk(Path folder) throws IOException, InterruptedException {
        image = folder.resolve("disk.img");
        place = Files.createDirectories(folder.resolve("disk"));
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    System.getProperty("user.name").equals("root")
                            && Files.isExecutable(Path.of("/usr/sbin/xfs_io"))
                            && Files.exists(Path.of("/dev/loop-control")),
                    "NOT TRIED: a power cut needs root, loop devices and xfs_io (Debian: xfsprogs)");
        }
        run("truncate", "-s", "512M", image.toString());
        run("mkfs.ext4", "-q", "-F", image.toString());
        mount();
    }

    Path place() {
        return place;
    }

    /** From here on nothing that is written is kept, and the writer is told so. */
    void cut() throws IOException, InterruptedException {
        run("/usr/sbin/xfs_io", "-x", "-c", "shutdown", place.toString());
    }

    /** The power is there again; nobody may have a file open. */
    void restore() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted) {
            unmount();
        }
        Files.deleteIfExists(image);
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", "-o", "loop", image.toString(), place.toString());
        mounted = true;
    }

    private void unmount() throws IOException, InterruptedException {
        run("umount", place.toString());
        mounted = false;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + " failed: " + said);
        }
    }
}

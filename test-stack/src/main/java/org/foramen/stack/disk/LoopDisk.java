package org.foramen.stack.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A disk that is filled and freed, and whose power is cut: ext4 in a file, which forgets what was not forced. For tests; root
 * and Debian's xfsprogs only. With {@code -Dforamen.lazyfs=} and the path of its program, LazyFS is laid over it, and cut instead.
 */
public final class LoopDisk implements AutoCloseable {

    private static final Path XFS_IO = Path.of("/usr/sbin/xfs_io");

    private final Path image;
    private final Path place;
    private final Path filler;
    private final Optional<LazyFs> lazy;

    /** Waits for its word, so that the cut comes at the moment that was meant; absent while the disk is not mounted. */
    private Optional<Process> power = Optional.empty();

    /** Makes it in a folder; it takes no more room there than what is written to it. */
    public LoopDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        image = folder.resolve("disk.img");
        place = Files.createDirectories(folder.resolve("disk"));
        filler = place.resolve("filler");
        lazy = LazyFs.in(folder);
        run("truncate", "-s", megabytes + "M", image.toString());
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        mount();
    }

    /** Why there can be none on this machine; empty where there can, and where a build must have it. */
    public static Optional<String> lacking() {
        boolean able = System.getProperty("user.name").equals("root")
                && Files.isExecutable(XFS_IO)
                && Files.exists(Path.of("/dev/loop-control"));
        return able || "true".equals(System.getenv("CI"))
                ? Optional.empty()
                : Optional.of(
                        "NOT TRIED: a disk that is cut or full needs root, loop devices and xfs_io (Debian: xfsprogs)");
    }

    public Path place() {
        return lazy.map(LazyFs::place).orElse(place);
    }

    /** From here on nothing that is written is kept, and the writer is told so. */
    public void cut() throws IOException, InterruptedException {
        if (lazy.isPresent()) {
            lazy.get().kill();
        } else {
            say("shutdown\n");
        }
    }

    /** The power is there again; nobody may have a file open. */
    public void restore() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    /** Leaves not one block. */
    public void fill() throws IOException {
        ByteBuffer nothing = ByteBuffer.allocate(4096);
        try (FileChannel file = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.getFileStore(place).getUsableSpace() > 0) {
                file.write(nothing.clear());
            }
        } catch (IOException full) {
            if (Files.getFileStore(place).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    /** Gives back what {@link #fill} took. */
    public void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (power.isPresent()) {
            unmount();
        }
        Files.deleteIfExists(image);
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", "-o", "loop", image.toString(), place.toString());
        power = Optional.of(new ProcessBuilder(XFS_IO.toString(), "-x", place.toString())
                .redirectErrorStream(true)
                .start());
        if (lazy.isPresent()) {
            lazy.get().mountOver(place);
        }
    }

    private void unmount() throws IOException, InterruptedException {
        if (lazy.isPresent()) {
            lazy.get().unmount();
        }
        if (power.orElseThrow().isAlive()) {
            say("");
        }
        run("umount", place.toString());
        power = Optional.empty();
    }

    private void say(String lastWord) throws IOException, InterruptedException {
        Process xfsIo = power.orElseThrow();
        try (OutputStream words = xfsIo.getOutputStream()) {
            words.write(lastWord.getBytes(StandardCharsets.UTF_8));
        }
        awaitEnd(xfsIo, "xfs_io");
    }

    static void run(String... command) throws IOException, InterruptedException {
        awaitEnd(new ProcessBuilder(command).redirectErrorStream(true).start(), String.join(" ", command));
    }

    private static void awaitEnd(Process process, String name) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " failed: " + said);
        }
    }
}

package org.foramen.stack.disk;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * LazyFS laid over a folder: a file system that keeps what is not forced in memory of its own, and so loses it when it is killed.
 * Names of files are passed on at once, so it tells nothing of folders that are not forced.
 */
final class LazyFs {

    private static final long SECONDS_TO_MOUNT = 30;

    private final Path program;
    private final Path folder;
    private final Path place;
    private Optional<Process> process = Optional.empty();

    private LazyFs(Path program, Path folder) throws IOException {
        this.program = program;
        this.folder = folder;
        place = Files.createDirectories(folder.resolve("lazy"));
    }

    /** Where its program is named by {@code -Dforamen.lazyfs}; Debian has no package of it. */
    static Optional<LazyFs> in(Path folder) throws IOException {
        String program = System.getProperty("foramen.lazyfs", "");
        return program.isEmpty() ? Optional.empty() : Optional.of(new LazyFs(Path.of(program), folder));
    }

    Path place() {
        return place;
    }

    void mountOver(Path below) throws IOException, InterruptedException {
        Path settings = Files.writeString(
                folder.resolve("lazyfs.toml"),
                """
                [faults]
                fifo_path="%1$s/lazyfs.faults"
                [cache]
                apply_eviction=false
                [cache.simple]
                custom_size="0.5gb"
                blocks_per_page=1
                [filesystem]
                log_all_operations=false
                logfile=""
                """
                        .formatted(folder));
        process = Optional.of(new ProcessBuilder(
                        program.toString(),
                        place.toString(),
                        "--config-path",
                        settings.toString(),
                        "-o",
                        "allow_other,modules=subdir,subdir=" + below,
                        "-f")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("lazyfs.log").toFile()))
                .start());
        LoopDisk.run(
                "timeout", "" + SECONDS_TO_MOUNT, "sh", "-c", "until mountpoint -q " + place + "; do sleep 0.1; done");
    }

    void kill() throws InterruptedException {
        process.orElseThrow().destroyForcibly().waitFor(SECONDS_TO_MOUNT, TimeUnit.SECONDS);
    }

    void unmount() throws IOException, InterruptedException {
        LoopDisk.run("umount", place.toString());
        kill(); // it waits for commands still
    }
}

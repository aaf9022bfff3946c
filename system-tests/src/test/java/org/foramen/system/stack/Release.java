package org.foramen.system.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.foramen.stack.process.Service;

/** The jars of one version, and the clinic's content as that version ships it. */
public final class Release {

    private final Function<String, Path> jars;
    private final Path content;

    private Release(Function<String, Path> jars, Path content) {
        this.jars = jars;
        this.content = content.toAbsolutePath().normalize();
    }

    /** What this build has made. */
    public static Release today() {
        return new Release(Service::jar, Path.of(System.getProperty("foramen.content", "../content")));
    }

    /** What {@code .ci/last-release} has made, in the folder that {@code -Dforamen.last-release} names; empty where it did not run. */
    public static Optional<Release> last() {
        Path folder = Path.of(System.getProperty("foramen.last-release", "../target/last-release"))
                .toAbsolutePath()
                .normalize();
        return Files.exists(folder.resolve("notifier-service.jar"))
                ? Optional.of(new Release(module -> folder.resolve(module + ".jar"), folder.resolve("content")))
                : Optional.empty();
    }

    Path jar(String module) {
        return jars.apply(module);
    }

    Path content() {
        return content;
    }
}

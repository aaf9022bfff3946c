package org.foramen.system.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.Assumptions;

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

    /** What {@code .ci/last-release} has made, in the folder that {@code -Dforamen.last-release} names; a test without it ends here. */
    public static Release last() {
        Path folder = Path.of(System.getProperty("foramen.last-release", "../target/last-release"))
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(
                Files.exists(folder.resolve("notifier-service.jar")),
                "NOT TRIED: the last release's jars, which .ci/last-release makes");
        return new Release(module -> folder.resolve(module + ".jar"), folder.resolve("content"));
    }

    Path jar(String module) {
        return jars.apply(module);
    }

    Path content() {
        return content;
    }
}

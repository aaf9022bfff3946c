package org.foramen.system.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.QuickStart;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.Assumptions;

/** The jars of one version, and the clinic's content as that version ships it. */
public final class Release {

    private static final List<String> OPTIONS = Java.small("256m");

    private final Function<String, List<String>> commands;
    private final Path content;

    private Release(Function<String, List<String>> commands, Path content) {
        this.commands = commands;
        this.content = content;
    }

    /** What this build has made. It is started so often that its jars are prepared for it. */
    public static Release today() {
        Path content = whole(System.getProperty("foramen.content", "../content"));
        return new Release(module -> QuickStart.of(Service.jar(module), OPTIONS, content), content);
    }

    /** What {@code .ci/last-release} has made, in the folder that {@code -Dforamen.last-release} names; a test without it ends here. */
    public static Release last() {
        Path folder = whole(System.getProperty("foramen.last-release", "../target/last-release"));
        Assumptions.assumeTrue(
                Files.exists(folder.resolve("notifier-service.jar")),
                "NOT TRIED: the last release's jars, which .ci/last-release makes");
        return new Release(
                module -> Java.ofJar(Java.home(), OPTIONS, folder.resolve(module + ".jar")), folder.resolve("content"));
    }

    List<String> command(String module) {
        return commands.apply(module);
    }

    Path content() {
        return content;
    }

    private static Path whole(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}

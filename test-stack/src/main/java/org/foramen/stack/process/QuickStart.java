package org.foramen.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A service's jar taken apart beside itself, as the images hold it, with an archive of the classes that its start needs. A start
 * then costs half the processor time, and the tests start services dozens of times.
 */
public final class QuickStart {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path jar;
    private final Path folder;

    private QuickStart(Path jar) {
        this.jar = jar;
        this.folder = jar.resolveSibling("quick-start");
    }

    /** Its command line. The first to ask for it, of all processes, makes what it needs; the others wait meanwhile. */
    public static synchronized List<String> of(Path jar, List<String> options, Path content) {
        QuickStart start = new QuickStart(jar);
        try (FileChannel file = FileChannel.open(
                        jar.resolveSibling("quick-start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!start.isOfThisJar()) {
                start.make(options, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start.command(options, "-XX:SharedArchiveFile=" + start.archive());
    }

    private void make(List<String> options, Path content) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(made());
        Files.deleteIfExists(archive());
        Program.outputOf(
                Java.ofJar(
                        Java.home(),
                        List.of("-Djarmode=tools"),
                        jar,
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()),
                Map.of());
        train(command(options, "-XX:ArchiveClassesAtExit=" + archive()), content);
        Files.writeString(made(), contents());
    }

    /** Starts it without Kafka, until it answers; the archive is written when it ends. */
    private void train(List<String> command, Path content) throws IOException {
        Path data = Files.createTempDirectory(folder, "data-");
        Service service = new Service(
                command,
                data.resolve("log"),
                Map.of(
                        "FORAMEN_CONTENT", content.toString(),
                        "FORAMEN_DATA", data.toString(),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free()));
        try {
            service.begin(Map.of()).awaitAnswer("/actuator/health/liveness", Duration.ofMillis(100));
            service.program().askToEnd();
            Pause.until(() -> !service.isRunning(), "the archive of classes: see " + data, PATIENCE);
        } finally {
            service.kill();
        }
    }

    private List<String> command(List<String> options, String archiving) {
        List<String> all = new ArrayList<>(options);
        all.add(archiving);
        return Java.ofJar(Java.home(), all, folder.resolve(jar.getFileName()));
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private boolean isOfThisJar() throws IOException {
        return Files.exists(archive())
                && Files.exists(made())
                && Files.readString(made()).equals(contents());
    }

    /** The note of what the archive was made of. */
    private Path made() {
        return folder.resolve("made-of");
    }

    /** Each file of the jar with its check sum, and the Java: every build gives a jar the same date. */
    private String contents() throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream()
                    .map(entry -> Long.toHexString(entry.getCrc()) + " " + entry.getName())
                    .collect(Collectors.joining("\n", Runtime.version() + "\n", "\n"));
        }
    }
}

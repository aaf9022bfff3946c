package org.foramen.stack.broker;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Program;

/** One Kafka node as a process of its own whose data outlives it. */
public final class Broker {

    private final Node node;
    private final Program program;

    Broker(Node node, String cluster, Map<String, String> settings, List<String> javaOptions) {
        this.node = node;
        Path file = node.log().resolveSibling("server.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                properties.store(out, null);
                out.getFD().sync(); // its name is kept with the folder that is made next
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.format(cluster);
        this.program = new Program(
                Java.ofClass(javaOptions, "kafka.Kafka", file.toString()), file.resolveSibling("broker.log"));
    }

    public String address() {
        return "127.0.0.1:" + node.port();
    }

    public Program program() {
        return program;
    }

    /** Starts it and does not wait for it. */
    public void begin() {
        program.start(Map.of());
    }

    public void stop() {
        program.stop();
    }

    public void kill() {
        program.kill();
    }

    public boolean isRunning() {
        return program.isRunning();
    }
}

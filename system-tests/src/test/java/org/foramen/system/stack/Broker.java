package org.foramen.system.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node, broker and controller in one, as a process of its own whose data outlives it. */
public final class Broker {

    private final int port;
    private final Program program;

    /** @param settings node id, roles, listeners and the like */
    Broker(int port, Path folder, String cluster, Map<String, String> settings) throws IOException {
        this.port = port;
        Path home = Files.createDirectories(folder.toAbsolutePath());
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.put("log.dirs", home.resolve("log").toString());
        Path file = home.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        format(home.resolve("log"), cluster, Integer.parseInt(settings.get("node.id")));
        this.program = new Program(
                Java.command(
                        "384m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        file.toString()),
                home.resolve("broker.log"));
    }

    public String address() {
        return "127.0.0.1:" + port;
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

    private static void format(Path log, String cluster, int node) throws IOException {
        Files.createDirectories(log);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(cluster)
                    .setNodeId(node)
                    .setControllerListenerName(Cluster.CONTROLLER)
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a broker's folder cannot be made", e);
        }
    }
}

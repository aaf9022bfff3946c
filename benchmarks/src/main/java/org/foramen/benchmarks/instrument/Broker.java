package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker, one node, as a process of its own. Its settings are Kafka's defaults: a record is confirmed when it
 * is in the page cache, and written to the disk when the system sees fit ({@code log.flush.*} unset), as Kafka is usually run.
 */
public final class Broker implements AutoCloseable {

    private final int port = Ports.free();
    private final Child process;

    public Broker(Path folder) {
        Path home = folder.toAbsolutePath().resolve("broker");
        try {
            Path log = Files.createDirectories(home.resolve("log"));
            Path file = home.resolve("server.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings(log).store(writer, null);
            }
            format(log);
            process = Child.start(JavaCommand.ofClass("kafka.Kafka", file.toString()), Map.of(), home, "broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pause.until(this::answers, "the broker", Duration.ofSeconds(180));
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public Child process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean answers() {
        if (!process.isRunning()) {
            throw new IllegalStateException("the broker ended by itself: see " + process.log());
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000))) {
            return admin.describeCluster().nodes().get().size() == 1;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the broker started", e);
        }
    }

    private Properties settings(Path log) {
        int controller = Ports.free();
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "0");
        settings.put("controller.quorum.voters", "0@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.dirs", log.toString());
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "3");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    private static void format(Path log) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(0)
                    .setControllerListenerName("CONTROLLER")
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

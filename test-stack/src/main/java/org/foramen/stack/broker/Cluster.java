package org.foramen.stack.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Ports;

/** Kafka brokers that form one cluster, each a process of its own. Their settings are Kafka's defaults where possible. */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final List<Broker> brokers;

    /** Makes the folders of so many brokers; nothing is started yet. */
    public Cluster(int size, Path folder, List<String> javaOptions) {
        this(size, folder, javaOptions, Map.of());
    }

    /** @param changes settings of the brokers; a value that begins with a comma is added to what is there */
    public Cluster(int size, Path folder, List<String> javaOptions, Map<String, String> changes) {
        List<Node> nodes = IntStream.rangeClosed(1, size)
                .mapToObj(id -> new Node(id, Ports.free(), Ports.free(), log(folder, id)))
                .toList();
        String cluster = Uuid.randomUuid().toString();
        brokers = nodes.stream()
                .map(node -> {
                    Map<String, String> settings = node.settings(nodes);
                    changes.forEach((name, value) -> settings.merge(name, value, Cluster::changed));
                    return new Broker(node, cluster, settings, javaOptions);
                })
                .toList();
    }

    public String bootstrap() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    /** @param node counts from 1, as the brokers call themselves */
    public Broker broker(int node) {
        return brokers.get(node - 1);
    }

    /** Starts all that do not run, and waits until they form one cluster. */
    public void start() {
        brokers.stream().filter(broker -> !broker.isRunning()).forEach(Broker::begin);
        Pause.until(this::isWhole, "the brokers", PATIENCE, LOOK_AGAIN);
    }

    public boolean isRunning() {
        return brokers.stream().allMatch(Broker::isRunning);
    }

    public void kill() {
        brokers.forEach(Broker::kill);
    }

    public void stop() {
        brokers.forEach(Broker::stop);
    }

    @Override
    public void close() {
        stop();
    }

    private boolean isWhole() {
        for (Broker broker : brokers) {
            if (!broker.isRunning()) {
                throw new IllegalStateException(
                        "a broker ended by itself: see " + broker.program().log());
            }
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000))) {
            return admin.describeCluster().nodes().get().size() == brokers.size();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the brokers started", e);
        }
    }

    private static Path log(Path folder, int id) {
        return folder.toAbsolutePath().resolve("broker-" + id).resolve("log");
    }

    private static String changed(String before, String change) {
        return change.startsWith(",") ? before + change : change;
    }
}

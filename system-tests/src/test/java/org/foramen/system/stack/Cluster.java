package org.foramen.system.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** The Kafka brokers, each a process of its own. Three keep each record three times and want two to have it. */
public final class Cluster {

    static final String CONTROLLER = "CONTROLLER";

    private final List<Broker> brokers = new ArrayList<>();

    /** @param changes settings of the brokers, and further listeners */
    Cluster(int size, Path folder, Map<String, String> changes) throws IOException {
        List<Integer> controllers =
                IntStream.range(0, size).mapToObj(node -> Ports.free()).toList();
        String voters = IntStream.range(0, size)
                .mapToObj(node -> node + "@127.0.0.1:" + controllers.get(node))
                .collect(Collectors.joining(","));
        String cluster = Uuid.randomUuid().toString();
        for (int node = 0; node < size; node++) {
            int port = Ports.free();
            Map<String, String> settings = settings(node, size, port, controllers.get(node), voters);
            changes.forEach((name, value) -> settings.merge(name, value, Cluster::changed));
            brokers.add(new Broker(port, folder.resolve("broker-" + node), cluster, settings));
        }
    }

    public String bootstrap() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    public Broker broker(int node) {
        return brokers.get(node);
    }

    /** Starts all that do not run, and waits until they form one cluster. */
    public void start() {
        brokers.stream().filter(broker -> !broker.isRunning()).forEach(Broker::begin);
        await("the brokers to be ready")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> members() == brokers.size());
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

    private int members() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000))) {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            return 0;
        }
    }

    /** A value that begins with a comma is added to what is there. */
    private static String changed(String before, String change) {
        return change.startsWith(",") ? before + change : change;
    }

    private static Map<String, String> settings(int node, int size, int port, int controller, String voters) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(node));
        settings.put("controller.quorum.voters", voters);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("default.replication.factor", String.valueOf(size));
        settings.put("min.insync.replicas", size > 1 ? "2" : "1");
        settings.put("offsets.topic.replication.factor", String.valueOf(size));
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", String.valueOf(size));
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("transaction.state.log.min.isr", size > 1 ? "2" : "1");
        settings.put("share.coordinator.state.topic.replication.factor", String.valueOf(size));
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }
}

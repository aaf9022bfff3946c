package org.foramen.stack.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.foramen.stack.process.Ports;

/** A Kafka cluster of one node in this JVM; what it stores outlives it. */
public final class LocalBroker implements AutoCloseable {

    private final KafkaRaftServer server;

    private LocalBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Returns when clients are served on the port, with the records of earlier runs. Only the node itself speaks to its
     * controller, so any port will do for that, and another one after a restart.
     */
    public static LocalBroker start(int port, Path folder) {
        Node node = new Node(1, port, Ports.free(), folder.toAbsolutePath());
        node.format(Uuid.randomUuid().toString());
        Map<String, String> settings = node.settings(List.of(node));
        // One node stands in for three replicas, so each record is on the disk before it is acknowledged
        settings.put("log.flush.interval.messages", "1");
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new LocalBroker(server);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}

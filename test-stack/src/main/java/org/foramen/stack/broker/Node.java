package org.foramen.stack.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka node, broker and controller in one, which only this machine can reach.
 *
 * @param id counts the nodes of a cluster from 1
 * @param port where clients are served
 * @param controller the port where the nodes speak to each other
 * @param log the folder with its records
 */
record Node(int id, int port, int controller, Path log) {

    private static final String CONTROLLER = "CONTROLLER";

    /** Its settings in a cluster of these nodes; several keep each record on all of them and want two to have it. */
    Map<String, String> settings(List<Node> all) {
        String size = String.valueOf(all.size());
        String least = all.size() > 1 ? "2" : "1";
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(id));
        settings.put("controller.quorum.voters", all.stream().map(Node::vote).collect(Collectors.joining(",")));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("log.dirs", log.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("default.replication.factor", size);
        settings.put("min.insync.replicas", least);
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", size);
            settings.put(topic + ".num.partitions", size);
        }
        settings.put("transaction.state.log.min.isr", least);
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    /** Makes its folder, unless it is there from an earlier run. */
    void format(String cluster) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        NodeFolder.make(log, new Formatter().setClusterId(cluster).setNodeId(id).setControllerListenerName(CONTROLLER));
    }

    private String vote() {
        return id + "@127.0.0.1:" + controller;
    }
}

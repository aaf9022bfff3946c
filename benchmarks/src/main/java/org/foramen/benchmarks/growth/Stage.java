package org.foramen.benchmarks.growth;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A topic and a ledger with so many inquiries, and the notifier that keeps them. */
final class Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final House house;
    private final Ledger ledger;
    private final ScriptedSmtpServer sink;
    private final Inquiries inquiries = new Inquiries();
    private final int count;
    private final String topic;
    private final Map<String, String> settings;

    Stage(House house, Ledger ledger, ScriptedSmtpServer sink, int count) {
        this.house = house;
        this.ledger = ledger;
        this.sink = sink;
        this.count = count;
        topic = "growing-" + count;
        settings = new TreeMap<>(ledger.settings(topic));
        settings.put("FORAMEN_TOPIC_NAME", topic);
        settings.put("FORAMEN_TOPIC_PARTITIONS", "16");
        settings.put("FORAMEN_SMTP_CONNECTIONS", "4");
    }

    String topic() {
        return topic;
    }

    /** The notifier makes topic, groups and ledger with a few of its own; the rest is put beside them. */
    void fill() throws SQLException, ExecutionException, InterruptedException {
        try (Server notifier = house.notifier(topic, sink.port(), settings)) {
            probe(notifier.process(), 20);
        }
        try (Connection connection = ledger.open(topic)) {
            new Filling(house.broker().address(), topic).fill(count, house.sealer(), connection);
        }
    }

    /** Started, and the topic held against the ledger once from its beginning. */
    Server reconciled(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.putAll(changes);
        Server notifier = house.notifier(topic, sink.port(), changed);
        Pause.until(
                () -> {
                    JsonNode latest = latest(notifier);
                    if (latest.path("missing").size() > 0
                            || latest.path("casesOpened").asInt() > 0) {
                        throw new IllegalStateException("the ledger was filled wrongly: " + latest);
                    }
                    return latest.path("inquiries").asLong() >= count;
                },
                "a reconciliation: see " + notifier.process().log(),
                PATIENCE,
                Duration.ofMillis(50));
        return notifier;
    }

    /** How long a reconciliation takes that finds nothing new, in seconds: the time between two without the pause. */
    double secondsOfReconciliation(Server notifier, Duration pause, Duration time) {
        Set<String> seen = new HashSet<>();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < time.toNanos()) {
            seen.add(latest(notifier).path("at").asString());
            Pause.of(Duration.ofMillis(20));
        }
        double between = (System.nanoTime() - begun) / 1e9 / seen.size();
        return Math.max(0, between - pause.toNanos() / 1e9);
    }

    /** Processor milliseconds for each of so many inquiries, from the topic to their mails. */
    double probe(Child notifier, int number) {
        List<ProducerRecord<String, byte[]>> records = inquiries.sealed(number, topic, house.sealer());
        long mailsBefore = sink.count();
        double before = notifier.cpuSeconds();
        Inquiries.publish(house.broker().address(), records);
        Pause.until(() -> sink.count() - mailsBefore >= 2L * number, "the mails: see " + notifier.log(), PATIENCE);
        return (notifier.cpuSeconds() - before) * 1000 / number;
    }

    private static JsonNode latest(Server notifier) {
        try {
            return JsonMapper.shared()
                    .readTree(HTTP.send(
                                    HttpRequest.newBuilder(notifier.address("/actuator/reconciliation"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "it does not answer: see " + notifier.process().log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it was asked", e);
        }
    }
}

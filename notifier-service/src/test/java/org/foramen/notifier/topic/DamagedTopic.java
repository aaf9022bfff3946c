package org.foramen.notifier.topic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.stack.broker.LocalBroker;
import org.foramen.stack.process.Ports;

/** A broker whose topic {@code inquiries} has three records, keyed as their values are: the disk has damaged the second. */
public final class DamagedTopic implements AutoCloseable {

    private final int port;
    private final LocalBroker broker;

    public DamagedTopic(Path folder) throws Exception {
        port = Ports.free();
        try (LocalBroker before = LocalBroker.start(port, folder)) {
            send(port, "first", "damaged", "third");
        }
        turnABitOver(folder);
        broker = LocalBroker.start(port, folder);
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static void send(int port, String... values) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(List.of(new NewTopic("inquiries", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, byte[]> kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + port), new StringSerializer(), new ByteArraySerializer())) {
            for (String value : values) { // each in a batch of its own
                kafka.send(new ProducerRecord<>("inquiries", 0, value, value.getBytes(US_ASCII)))
                        .get();
            }
        }
    }

    private static void turnABitOver(Path folder) throws Exception {
        Path log;
        try (var files = Files.walk(folder)) {
            log = files.filter(file -> file.endsWith("inquiries-0/00000000000000000000.log"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(log);
        content[new String(content, ISO_8859_1).lastIndexOf("damaged")] ^= 1;
        Files.write(log, content);
    }
}

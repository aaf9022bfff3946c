package org.foramen.notifier.consumer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.stack.broker.LocalBroker;
import org.foramen.stack.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record of which the broker's disk has turned a bit over: its checksum is wrong, and no consumer is given it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedRecordIT {

    private final List<Long> lost = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();

    @Test
    void isToldAndHoldsUpNobodyBehindIt(@TempDir Path folder) throws Exception {
        int port = Ports.free();
        LocalBroker before = LocalBroker.start(port, folder);
        send(port, "first", "damaged", "third");
        before.close();
        turnABitOver(folder);

        LocalBroker after = LocalBroker.start(port, folder);
        TopicReader topic = new TopicReader(consumer(port), record -> lost.add(record.offset()));
        try {
            topic.subscribe("inquiries");
            while (read.size() < 2) {
                topic.read(Duration.ofMillis(100), Instant.now());
                ConsumerRecord<String, byte[]> next = topic.next(Instant.now());
                if (next != null) {
                    read.add(next.offset());
                }
            }
        } finally {
            topic.close();
            after.close();
        }

        assertThat(read).containsExactly(0L, 2L);
        assertThat(lost).containsExactly(1L);
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

    private static KafkaConsumer<String, byte[]> consumer(int port) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + port,
                        "group.id",
                        "clinic-mailer",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}

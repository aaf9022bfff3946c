package org.foramen.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.stack.disk.LoopDisk;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(150)
class PowerCutIT {

    private static final String TOPIC = "clinic.inquiries.v1";

    @TempDir
    static Path folder;

    private LoopDisk disk;
    private Path log;

    @BeforeEach
    void aNewDisk() throws Exception {
        LoopDisk.lacking().ifPresent(Assumptions::abort);
        disk = new LoopDisk(Files.createTempDirectory(folder, "cut-"), 512);
        log = disk.place().resolve("kafka");
    }

    @AfterEach
    void takeTheDiskAway() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    @SuppressWarnings("try") // a broker need only run
    void aBrokerStartsAfterACutRightAfterItsFolderWasMade() throws Exception {
        new Node(1, Ports.free(), Ports.free(), log).format(Uuid.randomUuid().toString());
        disk.cut();
        disk.restore();

        assertThat(log.resolve("bootstrap.checkpoint")).isNotEmptyFile();
        try (LocalBroker broker = LocalBroker.start(Ports.free(), log)) {
            assertThat(log.resolve("meta.properties")).isNotEmptyFile();
        }
    }

    @Test
    @SuppressWarnings("try") // a broker need only run
    void whatWasConfirmedIsThereAfterACut() throws Exception {
        int port = Ports.free();
        Program first = new Program(
                        Java.ofClass(
                                Java.small("256m"),
                                RunLocalBroker.class.getName(),
                                String.valueOf(port),
                                log.toString()),
                        folder.resolve("broker.log"))
                .start(Map.of());
        int confirmed = 300;
        try {
            makeTopic(port);
            send(port, confirmed);
            disk.cut();
        } finally {
            first.kill();
        }
        disk.restore();

        int anotherPort = Ports.free();
        try (LocalBroker broker = LocalBroker.start(anotherPort, log)) {
            assertThat(records(anotherPort)).isEqualTo(confirmed);
        }
    }

    private static void makeTopic(int port) throws Exception {
        try (Admin admin = Admin.create(client(port))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty())))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static void send(int port, int records) throws Exception {
        try (Producer<String, String> producer =
                new KafkaProducer<>(client(port), new StringSerializer(), new StringSerializer())) {
            for (int number = 0; number < records; number++) {
                producer.send(new ProducerRecord<>(TOPIC, "K7F392QX", "kept " + number))
                        .get();
            }
        }
    }

    private static long records(int port) {
        TopicPartition all = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(port), new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(all), Duration.ofSeconds(60)).get(all);
        }
    }

    private static Map<String, Object> client(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }
}

package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.contract.wire.Topics;
import org.foramen.stack.broker.Cluster;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.QuickStart;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of records that nobody can read, among them hundreds as large as Kafka takes and some that unpack to many times
 * that, in a topic that somebody else made: a notifier with the heap that it ships with sets all aside, and its console shows them.
 */
class PoisonFloodIT {

    /** Two thousand with each build, ten thousand in the long fault suite, where they take five minutes. */
    private static final int TIMES = "long".equals(System.getProperty("foramen.faults")) ? 5 : 1;

    private static final int SMALL = 1_840 * TIMES;
    private static final int LARGE = 140 * TIMES;
    private static final int PACKED = 20 * TIMES;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    Path folder;

    @Test
    void thousandsOfUnreadableRecordsAreSetAsideAndShownWithinTheHeap() throws Exception {
        try (Cluster kafka = new Cluster(
                1,
                folder,
                List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"))) {
            kafka.start();
            fill(kafka.bootstrap());
            Service notifier = notifier(kafka.bootstrap());
            Pause.until(
                    () -> unreadable(notifier) == SMALL + LARGE + PACKED,
                    "all to be set aside",
                    PATIENCE,
                    Duration.ofSeconds(1));

            Operator operator = Operator.signedIn(notifier, folder.resolve("data"));
            for (String page : List.of("/", "/mail?needs=true", "/mail?needs=true&page=20", "/mail?page=40")) {
                long begin = System.nanoTime();
                assertThat(operator.page(page).statusCode()).as(page).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(page).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(operator.page("/mail?needs=true").body()).contains("/act/replay");
            assertThat(notifier.isRunning()).isTrue();
            notifier.stop();
        }
    }

    private static void fill(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(Topics.INQUIRIES, 6, (short) 1)
                            .configs(Map.of("max.message.bytes", String.valueOf(Topics.LARGEST_RECORD)))))
                    .all()
                    .get();
        }
        Random random = new Random(20_261_129);
        byte[] large = new byte[130_000];
        random.nextBytes(large);
        byte[] packed = new byte[3_000_000];
        try (KafkaProducer<String, byte[]> plain = producer(bootstrap, "none");
                KafkaProducer<String, byte[]> packing = producer(bootstrap, "gzip")) {
            for (int number = 0; number < SMALL; number++) {
                plain.send(record("small-" + number, new byte[] {1, 2, 3}));
                if (number < LARGE) {
                    plain.send(record("large-" + number, large));
                }
                if (number < PACKED) {
                    packing.send(record("packed-" + number, packed)).get();
                }
            }
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrap, String compression) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "compression.type",
                        compression,
                        "max.request.size",
                        10_000_000,
                        "batch.size",
                        16_384),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> record(String key, byte[] value) {
        return new ProducerRecord<>(Topics.INQUIRIES, key, value);
    }

    private static long unreadable(Service notifier) {
        try {
            assertThat(notifier.isRunning()).isTrue();
            return Metrics.of(notifier).sum("foramen_ledger_dead_letters");
        } catch (IOException e) {
            return -1;
        }
    }

    private Service notifier(String bootstrap) {
        List<String> options = List.of("-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1");
        Path content = Path.of("..", "content").toAbsolutePath();
        Service service = new Service(
                QuickStart.of(Service.jar("notifier-service"), options, content),
                folder.resolve("notifier.log"),
                Map.of(
                        "FORAMEN_CONTENT", content.toString(),
                        "FORAMEN_DATA", folder.resolve("data").toString(),
                        "FORAMEN_RECONCILIATION_INTERVAL", "2s",
                        "SPRING_MAIL_PORT", String.valueOf(Ports.free()),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrap));
        return service.start();
    }
}

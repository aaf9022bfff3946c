package org.foramen.notifier.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** With a real broker, and 500 records in each of three partitions. */
class RecordLookupIT {

    private static final String TOPIC = Settings.defaults().topic().name();
    private static final int RECORDS = 500;
    private static final EmbeddedKafkaBroker BROKER = new EmbeddedKafkaKraftBroker(1, 3, TOPIC);

    private final CountedConsumers consumers = new CountedConsumers(BROKER.getBrokersAsString());

    @BeforeAll
    static void start() {
        BROKER.afterPropertiesSet();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < RECORDS; number++) {
                producer.send(new ProducerRecord<>(TOPIC, 0, "a" + number, new byte[1000]));
                producer.send(new ProducerRecord<>(TOPIC, 1, "b" + number, new byte[1000]));
                producer.send(new ProducerRecord<>(TOPIC, 2, "c" + number, new byte[1000]));
            }
        }
    }

    @AfterAll
    static void stop() {
        BROKER.destroy();
    }

    @Test
    void oneConnectionFindsAllWhoeverAsksAndInWhateverOrder() {
        try (RecordLookup lookup = lookup()) {
            IntStream.range(0, RECORDS).parallel().forEach(number -> {
                assertThat(keyAt(lookup, 0, number)).isEqualTo("a" + number);
                assertThat(keyAt(lookup, 1, RECORDS - 1 - number)).isEqualTo("b" + (RECORDS - 1 - number));
            });
        }
        assertThat(consumers.opened).hasValue(1);
    }

    @Test
    void thereIsNothingBehindTheEndBeforeTheStartOrInAPartitionThatIsNotThere() {
        try (RecordLookup lookup = lookup()) {
            assertThat(keyAt(lookup, 0, RECORDS)).isNull();
            assertThat(keyAt(lookup, 0, -1)).isNull();
            assertThat(keyAt(lookup, 7, 0)).isNull();
            assertThat(keyAt(lookup, 0, 3)).isEqualTo("a3");
        }
    }

    @Test
    void whatKafkaForgotIsNotFoundAfterAMoment() throws Exception {
        try (RecordLookup lookup = lookup();
                Admin admin = Admin.create(client())) {
            assertThat(keyAt(lookup, 2, 0)).isEqualTo("c0");
            admin.deleteRecords(Map.of(new TopicPartition(TOPIC, 2), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();

            await().atMost(Duration.ofSeconds(20)).until(() -> keyAt(lookup, 2, 0) == null);
            assertThat(keyAt(lookup, 2, 1)).isEqualTo("c1");
        }
    }

    @Test
    void whoeverAsksAfterAnOutageConnectsAgain() {
        CountedConsumers nowhere = new CountedConsumers("127.0.0.1:1");
        try (RecordLookup lookup = new RecordLookup(nowhere, Settings.defaults())) {
            Position first = new Position(0, 0);
            assertThatThrownBy(() -> lookup.at(first)).isInstanceOf(InquiryReader.KafkaAway.class);
            assertThatThrownBy(() -> lookup.at(first)).isInstanceOf(InquiryReader.KafkaAway.class);
        }
        assertThat(nowhere.opened).hasValue(2);
    }

    private RecordLookup lookup() {
        return new RecordLookup(consumers, Settings.defaults());
    }

    private static @Nullable String keyAt(RecordLookup lookup, int partition, long offset) {
        return lookup.at(new Position(partition, offset))
                .map(record -> record.key())
                .orElse(null);
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", BROKER.getBrokersAsString());
    }

    private static final class CountedConsumers extends DefaultKafkaConsumerFactory<String, byte[]> {

        private final AtomicInteger opened = new AtomicInteger();

        CountedConsumers(String broker) {
            super(
                    Map.of("bootstrap.servers", broker, "default.api.timeout.ms", 2000, "request.timeout.ms", 1000),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
        }

        @Override
        public Consumer<String, byte[]> createConsumer(
                @Nullable String group,
                @Nullable String prefix,
                @Nullable String suffix,
                @Nullable Properties settings) {
            opened.incrementAndGet();
            return super.createConsumer(group, prefix, suffix, settings);
        }
    }
}

package org.foramen.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.stack.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalBrokerIT {

    private static final String TOPIC = "clinic.inquiries.v1";

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("try") // a broker need only run
    void aRecordIsStillThereAfterARestart() throws Exception {
        int port = Ports.free();
        try (LocalBroker broker = LocalBroker.start(port, folder)) {
            try (Admin admin = Admin.create(client(port))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty())))
                        .all()
                        .get();
            }
            try (Producer<String, String> producer =
                    new KafkaProducer<>(client(port), new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(TOPIC, "K7F392QX", "kept")).get();
            }
        }

        int anotherPort = Ports.free();
        try (LocalBroker broker = LocalBroker.start(anotherPort, folder)) {
            assertThat(firstRecord(anotherPort).value()).isEqualTo("kept");
        }
    }

    /** Subscribes with a group, which needs the internal topics too. */
    private static ConsumerRecord<String, String> firstRecord(int port) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "group.id", "reader", "auto.offset.reset", "earliest");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            return consumer.poll(Duration.ofSeconds(60)).iterator().next();
        }
    }

    private static Map<String, Object> client(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }
}

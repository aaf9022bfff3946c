package org.foramen.notifier.topic;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Writes a record and returns when Kafka has it. */
@Component
public class KafkaWriter {

    private static final long PATIENCE_SECONDS = 30;

    private final KafkaTemplate<String, byte[]> kafka;

    KafkaWriter(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** @throws IllegalStateException when Kafka does not take it */
    public void write(ProducerRecord<String, byte[]> record) {
        try {
            kafka.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a record was written", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a record for " + record.topic(), e);
        }
    }
}

package org.foramen.notifier.topic;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
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

    /**
     * @throws NotTaken when Kafka will not take this record however often it is asked
     * @throws KafkaAway when Kafka does not answer
     */
    public void write(ProducerRecord<String, byte[]> record) {
        try {
            kafka.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAway();
        } catch (TimeoutException e) {
            throw new KafkaAway();
        } catch (ExecutionException | KafkaException e) {
            if (isAway(e)) {
                throw new KafkaAway();
            }
            throw new NotTaken(record.topic(), e);
        }
    }

    private static boolean isAway(@Nullable Throwable e) {
        return e != null && (e instanceof RetriableException || isAway(e.getCause()));
    }

    /** Kafka answers, and does not take this record: too large, or not allowed. */
    public static final class NotTaken extends RuntimeException {

        NotTaken(String topic, Throwable cause) {
            super("Kafka takes no such record for " + topic, cause);
        }
    }
}

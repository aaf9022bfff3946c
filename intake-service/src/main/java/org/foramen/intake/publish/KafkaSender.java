package org.foramen.intake.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.intake.settings.IntakeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** The way into Kafka. */
@Component
class KafkaSender {

    private static final Logger log = LoggerFactory.getLogger(KafkaSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final KafkaAdmin admin;
    private final String topic;
    private final Duration deadline;

    KafkaSender(KafkaTemplate<String, byte[]> kafka, KafkaAdmin admin, IntakeSettings settings) {
        this.kafka = kafka;
        this.admin = admin;
        this.topic = settings.topic().name();
        this.deadline = settings.publishing().deadline();
    }

    /** True when all in-sync replicas have the inquiry; false says nothing, it may still arrive later. */
    boolean confirms(SealedInquiry inquiry) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            send(inquiry).get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.warn(
                    "Kafka did not take inquiry {}: {}",
                    inquiry.id(),
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
            return false;
        }
    }

    /** Whatever keeps it from Kafka, a broker's name that nobody knows too, is told by the future. */
    CompletableFuture<SendResult<String, byte[]>> send(SealedInquiry inquiry) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(topic, inquiry.id().value(), inquiry.value());
        inquiry.headers().forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            return kafka.send(sent);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** True when a broker answers; then the topics are there too. */
    boolean isThere() {
        try {
            return admin.initialize();
        } catch (IllegalStateException e) { // how KafkaAdmin says it after the start
            return false;
        }
    }
}

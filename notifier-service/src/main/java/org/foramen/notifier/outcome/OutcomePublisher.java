package org.foramen.notifier.outcome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.contract.wire.CloudEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Hands outcomes to Kafka, and says which of them it has. */
final class OutcomePublisher {

    private static final Logger log = LoggerFactory.getLogger(OutcomePublisher.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    /** @param topic where to; blank: nobody wants them */
    OutcomePublisher(KafkaTemplate<String, byte[]> kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /** Says which of them Kafka has, or nobody wants. */
    List<Long> publish(List<InquiryOutcome> outcomes) {
        if (topic.isBlank()) {
            return outcomes.stream().map(InquiryOutcome::number).toList();
        }
        Map<Long, CompletableFuture<?>> sent = new LinkedHashMap<>();
        for (InquiryOutcome outcome : outcomes) {
            CompletableFuture<?> sending = send(outcome);
            sent.put(outcome.number(), sending);
            if (sending.isCompletedExceptionally()) {
                break; // each of the others would wait as long
            }
        }
        List<Long> told = new ArrayList<>();
        long patience = PATIENCE_SECONDS;
        for (Map.Entry<Long, CompletableFuture<?>> one : sent.entrySet()) {
            if (isTaken(one.getValue(), patience)) {
                told.add(one.getKey());
            } else {
                patience = 0; // all had the same time
            }
        }
        return told;
    }

    private CompletableFuture<?> send(InquiryOutcome outcome) {
        try {
            return kafka.send(record(outcome));
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isTaken(CompletableFuture<?> sent, long patience) {
        try {
            sent.get(patience, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("an outcome waits", e);
            return false;
        }
    }

    private ProducerRecord<String, byte[]> record(InquiryOutcome outcome) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, outcome.inquiry().value(), JSON.writeValueAsBytes(outcome.data()));
        CloudEvent.headersOfOutcome(outcome.kind().wireName(), outcome.id(), outcome.at())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** The topic's name. */
    @Override
    public String toString() {
        return topic;
    }
}

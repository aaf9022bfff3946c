package org.foramen.notifier.consumer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.TracedRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads the topic twice, once for each mail that an inquiry is owed, so that neither mail waits for the other. */
@Component
public class InquiryListener {

    public static final String CLINIC = "clinic-mailer";
    public static final String PATIENT = "patient-mailer";

    private final InquiryHandler desk;
    private final TracedRecords traced;
    private final BatchWorker forClinic;
    private final BatchWorker forPatient;

    InquiryListener(InquiryHandler desk, TracedRecords traced, NotifierSettings settings) {
        this.desk = desk;
        this.traced = traced;
        this.forClinic = new BatchWorker(CLINIC, settings.smtp().connections());
        this.forPatient = new BatchWorker(PATIENT, settings.smtp().connections());
    }

    @KafkaListener(id = CLINIC, topics = "${foramen.topic.name}", batch = "true")
    void onForClinic(List<ConsumerRecord<String, byte @Nullable []>> batch) {
        forClinic.work(batch, this::forClinic);
    }

    @KafkaListener(id = PATIENT, topics = "${foramen.topic.name}", batch = "true")
    void onForPatient(List<ConsumerRecord<String, byte @Nullable []>> batch) {
        forPatient.work(batch, this::forPatient);
    }

    private CompletableFuture<Void> forClinic(ConsumerRecord<String, byte @Nullable []> record) {
        return traced.trace(CLINIC, record, () -> desk.forClinic(record));
    }

    private CompletableFuture<Void> forPatient(ConsumerRecord<String, byte @Nullable []> record) {
        return traced.trace(PATIENT, record, () -> desk.forPatient(record));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        forClinic.stop();
        forPatient.stop();
    }
}

package org.foramen.notifier.inbox;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.UnreadableInquiry;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Deliveries;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Ledger;
import org.foramen.notifier.delivery.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads the topic twice, once for each mail that an inquiry is owed, so that neither mail waits for the other. */
@Component
class InquiryListener {

    private final InquiryReader reader;
    private final MailRoom mailRoom;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final DeadLetters deadLetters;

    InquiryListener(
            InquiryReader reader, MailRoom mailRoom, Deliveries deliveries, Ledger ledger, DeadLetters deadLetters) {
        this.reader = reader;
        this.mailRoom = mailRoom;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(id = "clinic-mailer", topics = "${foramen.topic.name}")
    void onForClinic(ConsumerRecord<String, byte @Nullable []> record) {
        if (isTombstone(record)) {
            return;
        }
        try {
            InquiryReceived inquiry = reader.read(record);
            mailRoom.clinicAudiences(inquiry).forEach(audience -> owe(inquiry, audience, record));
        } catch (UnreadableInquiry e) {
            deadLetters.add(record, e.reason());
        }
    }

    @KafkaListener(id = "patient-mailer", topics = "${foramen.topic.name}")
    void onForPatient(ConsumerRecord<String, byte @Nullable []> record) {
        if (isTombstone(record)) {
            return;
        }
        InquiryReceived inquiry;
        try {
            inquiry = reader.read(record);
        } catch (UnreadableInquiry e) {
            return; // the other listener makes it a dead letter
        }
        if (inquiry.consent().toEmail()) {
            owe(inquiry, Audience.PATIENT, record);
        } else {
            DeliveryKey key = new DeliveryKey(inquiry.id().value(), Audience.PATIENT);
            ledger.withhold(key, position(record), "no-consent", Instant.now());
        }
    }

    private void owe(InquiryReceived inquiry, Audience audience, ConsumerRecord<String, ?> record) {
        DeliveryKey key = new DeliveryKey(inquiry.id().value(), audience);
        deliveries.deliver(key, position(record), () -> mailRoom.write(inquiry, audience, null));
    }

    private static boolean isTombstone(ConsumerRecord<String, byte @Nullable []> record) {
        return record.value() == null;
    }

    private static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.partition(), record.offset());
    }
}

package org.foramen.notifier.consumer;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.answering.MailPlanCache;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Withheld;
import org.foramen.notifier.ledger.AddressQuota;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.operations.Erasures;
import org.foramen.notifier.operations.Replays;
import org.foramen.notifier.sending.Deliveries;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what a record of the topic asks for: once for the clinic, once for the patient. It is done when that is noted. */
@Component
class InquiryHandler {

    private static final CompletableFuture<Void> NOTED = CompletableFuture.completedFuture(null);

    private final InquiryReader reader;
    private final MailPlanCache plans;
    private final MailComposer mailRoom;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final AddressQuota quota;
    private final DeadLetters deadLetters;
    private final Erasures erasures;
    private final Replays replays;

    InquiryHandler(
            InquiryReader reader,
            MailPlanCache plans,
            MailComposer mailRoom,
            Deliveries deliveries,
            Ledger ledger,
            AddressQuota quota,
            DeadLetters deadLetters,
            Erasures erasures,
            Replays replays) {
        this.reader = reader;
        this.plans = plans;
        this.mailRoom = mailRoom;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.quota = quota;
        this.deadLetters = deadLetters;
        this.erasures = erasures;
        this.replays = replays;
    }

    CompletableFuture<Void> forClinic(ConsumerRecord<String, byte @Nullable []> record) {
        if (isTombstone(record)) {
            erasures.on(record);
            return NOTED;
        }
        replays.on(record);
        CompletableFuture<Void> noted = NOTED;
        try {
            InquiryReceived inquiry = reader.read(record);
            MailPlan plan = plans.of(record, inquiry);
            for (Audience audience : plan.clinicAudiences()) {
                noted = CompletableFuture.allOf(
                        noted,
                        deliveries.deliver(
                                key(inquiry, audience),
                                position(record),
                                () -> true,
                                () -> mailRoom.write(inquiry, plan, audience, null)));
            }
        } catch (UnreadableInquiry e) {
            deadLetters.add(record, e.reason());
        }
        return noted;
    }

    CompletableFuture<Void> forPatient(ConsumerRecord<String, byte @Nullable []> record) {
        if (isTombstone(record)) {
            return NOTED;
        }
        InquiryReceived inquiry;
        try {
            inquiry = reader.read(record);
        } catch (UnreadableInquiry e) {
            return NOTED; // the other listener makes it a dead letter
        }
        DeliveryKey key = key(inquiry, Audience.PATIENT);
        MailPlan plan = plans.of(record, inquiry);
        Withheld withheld = plan.answer().withheld();
        if (withheld != null) {
            ledger.withhold(key, position(record), withheld.code(), Instant.now());
            return NOTED;
        }
        return deliveries.deliver(
                key,
                position(record),
                () -> quota.take(inquiry.person().email(), Instant.now()),
                () -> mailRoom.write(inquiry, plan, Audience.PATIENT, null));
    }

    private static DeliveryKey key(InquiryReceived inquiry, Audience audience) {
        return new DeliveryKey(inquiry.id().value(), audience);
    }

    private static boolean isTombstone(ConsumerRecord<String, byte @Nullable []> record) {
        return record.value() == null;
    }

    private static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.partition(), record.offset());
    }
}

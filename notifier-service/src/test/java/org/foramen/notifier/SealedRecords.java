package org.foramen.notifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.contract.wire.Topics;
import org.jspecify.annotations.Nullable;

/** Inquiries as the intake would put them into Kafka. */
public final class SealedRecords {

    private SealedRecords() {}

    /** @param keys the folder of the notifier's keys */
    public static ProducerRecord<String, byte[]> of(InquiryReceived inquiry, Path keys) {
        return of(SealKeys.sealer(keys.resolve(SealKeys.PUBLIC_FILE)).seal(inquiry), null);
    }

    /** @param partition where it goes; null for wherever its key leads */
    public static ProducerRecord<String, byte[]> of(SealedInquiry sealed, @Nullable Integer partition) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.INQUIRIES, partition, sealed.id().value(), sealed.value());
        sealed.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}

package org.foramen.notifier.topic;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.topic.records.HeaderText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads inquiries: from a record at hand, or from Kafka again, which is the one place where they are kept. */
@Component
public class InquiryReader {

    private final InquiryOpener opener;
    private final RecordLookup records;

    InquiryReader(InquiryOpener opener, RecordLookup records) {
        this.opener = opener;
        this.records = records;
    }

    /** @throws UnreadableInquiry when it is not ours, or cannot be opened */
    public InquiryReceived read(ConsumerRecord<String, ? extends byte @Nullable []> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return opener.open(record.key(), headers, record.value());
    }

    /**
     * The inquiry at a place in the topic, with its trace; or at the place of a repeat that stands further on, for compaction
     * takes the older one away, also before the repeat was read. Empty when it is not there any more: erased, or past its time.
     *
     * @throws UnreadableInquiry when it cannot be opened, or its record is damaged and no repeat or erasure stands further on
     * @throws KafkaAway when Kafka does not answer, which says nothing about the inquiry
     */
    public Optional<Traced> readAgain(InquiryId id, Position position) {
        return at(id, position)
                .or(() -> records.lastFrom(position, id.value()))
                .filter(found -> found.value() != null)
                .map(found -> new Traced(read(found), HeaderText.trace(found), InquiryTopic.positionOf(found)));
    }

    private Optional<ConsumerRecord<String, byte[]>> at(InquiryId id, Position position) {
        try {
            return records.at(position).filter(found -> id.value().equals(found.key()));
        } catch (RecordLookup.Damaged e) {
            return Optional.of(records.lastFrom(position, id.value())
                    .orElseThrow(() -> new UnreadableInquiry(UnreadableInquiry.Reason.DAMAGED)));
        }
    }

    /**
     * An inquiry that was read again.
     *
     * @param trace to go on with; null when the record has none
     * @param position where it stands now
     */
    public record Traced(InquiryReceived inquiry, @Nullable String trace, Position position) {}

    /** Kafka did not answer in time. */
    public static final class KafkaAway extends RuntimeException {}
}

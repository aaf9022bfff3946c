package org.foramen.notifier.topic;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Position;
import org.springframework.stereotype.Component;

/** Opens an inquiry again for a person who is allowed to see it, or for a mail that is to go once more. */
@Component
public class KeptInquiries {

    private final InquiryReader reader;
    private final TopicScan archive;

    KeptInquiries(InquiryReader reader, TopicScan archive) {
        this.reader = reader;
        this.archive = archive;
    }

    /**
     * An inquiry, wherever it stands now; empty when it is erased or past its time.
     *
     * @param position where it stood when the ledger was told
     * @throws UnreadableInquiry when it cannot be opened
     */
    public Optional<Kept> of(InquiryId id, Position position) {
        Optional<Kept> found = reader.readAgain(id, position).map(again -> new Kept(again.inquiry(), again.position()));
        return found.or(() -> anywhere(id));
    }

    /**
     * An inquiry by its id alone, as where its topic was made anew.
     *
     * @throws UnreadableInquiry when it cannot be opened
     */
    public Optional<Kept> anywhere(InquiryId id) {
        List<ConsumerRecord<String, byte[]>> records =
                archive.records(archive.inquiries(), record -> id.value().equals(record.key()));
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.get(records.size() - 1))
                        .map(last -> new Kept(reader.read(last), InquiryTopic.positionOf(last)));
    }

    /** An inquiry and where it stands. */
    public record Kept(InquiryReceived inquiry, Position position) {}
}

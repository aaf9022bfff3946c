package org.foramen.notifier.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.consumer.mark.HoldMark;
import org.foramen.notifier.topic.InquiryName;
import org.foramen.notifier.topic.KafkaWriter;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.stereotype.Component;

/**
 * Holds an inquiry for a legal matter: its record is written once more with a mark, so that nobody erases it and its time begins
 * anew. The ledger keeps the repeat from mailing anybody.
 */
@Component
public class HoldInquiry {

    private final TopicScan archive;
    private final KafkaWriter kafka;

    HoldInquiry(TopicScan archive, KafkaWriter kafka) {
        this.archive = archive;
        this.kafka = kafka;
    }

    /**
     * Holds it, and says so.
     *
     * @param name its id or its reference
     * @throws IllegalArgumentException when no inquiry is kept that is called so, none can be, or several are
     */
    public String hold(String name, String by) {
        return mark(name, true, by);
    }

    /** Lifts the hold, and says so: from now on it may be erased, and ends with its time. */
    public String lift(String name, String by) {
        return mark(name, false, by);
    }

    private String mark(String name, boolean held, String by) {
        Optional<String> key = archive.keyOf(InquiryName.of(name)).filter(InquiryId::isOne);
        List<ConsumerRecord<String, byte[]>> kept = key.map(this::records).orElse(List.of());
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("No inquiry is kept that is called " + name);
        }
        if (markOf(kept).filter(HoldMark::held).isPresent() == held) {
            return held ? "It is held already" : "It is not held";
        }
        kafka.write(new HoldMark(Instant.now().truncatedTo(ChronoUnit.SECONDS), held, by).on(newest(kept)));
        return held ? "It is held: nobody can erase it until the hold is lifted" : "The hold is lifted";
    }

    private List<ConsumerRecord<String, byte[]>> records(String key) {
        return archive.records(archive.inquiries(), record -> key.equals(record.key()));
    }

    static ConsumerRecord<String, byte[]> newest(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .max(Comparator.<ConsumerRecord<String, byte[]>>comparingLong(ConsumerRecord::timestamp)
                        .thenComparing(ConsumerRecord::offset))
                .orElseThrow();
    }

    /** The last word about a hold in the records of one inquiry. */
    static Optional<HoldMark> markOf(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().flatMap(record -> HoldMark.of(record).stream()).max(Comparator.comparing(HoldMark::at));
    }
}

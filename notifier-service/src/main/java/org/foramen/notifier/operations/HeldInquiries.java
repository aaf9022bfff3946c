package org.foramen.notifier.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.consumer.mark.HoldMark;
import org.foramen.notifier.consumer.mark.Holds;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.topic.KafkaWriter;
import org.foramen.notifier.topic.TopicScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps held inquiries beyond their time: each is written once more before Kafka would delete it. */
@Component
public class HeldInquiries {

    private static final Logger log = LoggerFactory.getLogger(HeldInquiries.class);

    private final AuditLog audit;
    private final TopicScan archive;
    private final KafkaWriter kafka;
    private final Duration half;

    HeldInquiries(AuditLog audit, TopicScan archive, KafkaWriter kafka, ClinicContent content) {
        this.audit = audit;
        this.archive = archive;
        this.kafka = kafka;
        this.half = Duration.ofDays(content.clinic().retentionDays()).dividedBy(2);
    }

    @Scheduled(fixedDelay = 12 * 3_600_000L, initialDelay = 300_000)
    void keep() {
        keepAsOf(Instant.now());
    }

    /** Writes again those whose time is half over, or whose mark a repeat of the record took the place of; and counts them. */
    public int keepAsOf(Instant now) {
        Map<String, HoldMark> held = held();
        if (held.isEmpty()) {
            return 0;
        }
        Map<String, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
        archive.records(archive.inquiries(), record -> held.containsKey(record.key()))
                .forEach(record -> kept.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(record));
        int written = 0;
        for (Map.Entry<String, HoldMark> hold : held.entrySet()) {
            List<ConsumerRecord<String, byte[]>> records = kept.get(hold.getKey());
            if (records == null) {
                log.error("Inquiry {} is held, and Kafka does not keep it", hold.getKey());
                continue;
            }
            ConsumerRecord<String, byte[]> newest = HoldInquiry.newest(records);
            boolean old = Instant.ofEpochMilli(newest.timestamp()).isBefore(now.minus(half));
            if (old || HoldMark.of(newest).isEmpty()) {
                kafka.write(hold.getValue().on(newest));
                written++;
            }
        }
        return written;
    }

    /** The last word of the audit about each. */
    private Map<String, HoldMark> held() {
        Map<String, HoldMark> last = new HashMap<>();
        Stream.concat(audit.allOf(Holds.HELD).stream(), audit.allOf(Holds.LIFTED).stream())
                .map(entry -> Map.entry(
                        entry.subject(), new HoldMark(entry.at(), entry.action().equals(Holds.HELD), entry.by())))
                .forEach(entry -> last.merge(
                        entry.getKey(),
                        entry.getValue(),
                        (one, other) -> one.at().isAfter(other.at()) ? one : other));
        last.values().removeIf(mark -> !mark.held());
        return last;
    }
}

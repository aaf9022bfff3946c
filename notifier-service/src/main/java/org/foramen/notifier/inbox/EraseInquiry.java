package org.foramen.notifier.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.contract.InquiryId;
import org.springframework.stereotype.Component;

/**
 * Has Kafka forget an inquiry, its dead letters included: a tombstone takes the place of each record, and compaction takes
 * the bytes away within a day. The notifiers that read the tombstone send nothing more and note the erasure in the ledger.
 */
@Component
public class EraseInquiry {

    private final Archive archive;
    private final KafkaWriter kafka;

    EraseInquiry(Archive archive, KafkaWriter kafka) {
        this.archive = archive;
        this.kafka = kafka;
    }

    /**
     * Erases it and counts the records that it stood in; none are found when it is already erased.
     *
     * @param name its id, its reference, or a dead letter's place
     * @param by who wishes it, for the audit
     * @throws IllegalArgumentException when several inquiries have this reference; the message lists their ids
     */
    public int erase(String name, String by) {
        List<ConsumerRecord<String, byte[]>> found = archive.find(name);
        Set<String> keys = new LinkedHashSet<>();
        found.forEach(record -> keys.add(record.key()));
        if (keys.size() > 1) {
            throw new IllegalArgumentException("Several inquiries are called " + name + ": name one of " + keys);
        }
        String letters = found.stream()
                .filter(record -> record.topic().equals(archive.deadLetters()))
                .map(DeadLetters::placeOf)
                .collect(Collectors.joining(","));
        for (String key : keys) {
            kafka.write(tombstone(archive.deadLetters(), key, by));
            if (InquiryId.isOne(key)) {
                ProducerRecord<String, byte[]> tombstone = tombstone(archive.inquiries(), key, by);
                tombstone.headers().add(Erasures.LETTERS, letters.getBytes(StandardCharsets.UTF_8));
                kafka.write(tombstone);
            }
        }
        return found.size();
    }

    private static ProducerRecord<String, byte[]> tombstone(String topic, String key, String by) {
        ProducerRecord<String, byte[]> tombstone = new ProducerRecord<>(topic, key, null);
        tombstone.headers().add(Erasures.BY, by.getBytes(StandardCharsets.UTF_8));
        return tombstone;
    }
}

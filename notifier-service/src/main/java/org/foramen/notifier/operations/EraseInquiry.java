package org.foramen.notifier.operations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.consumer.mark.Erasures;
import org.foramen.notifier.consumer.mark.HoldMark;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryName;
import org.foramen.notifier.topic.KafkaWriter;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.stereotype.Component;

/**
 * Has Kafka forget an inquiry, its dead letters included: a tombstone takes the place of each record, and compaction takes
 * the bytes away within a day. The notifiers that read the tombstone send nothing more and note the erasure in the ledger.
 */
@Component
public class EraseInquiry {

    private final TopicScan archive;
    private final KafkaWriter kafka;

    EraseInquiry(TopicScan archive, KafkaWriter kafka) {
        this.archive = archive;
        this.kafka = kafka;
    }

    /**
     * Erases it and counts the records that it stood in; none are found when it is already erased.
     *
     * @param name its id, its reference, or a dead letter's place
     * @param by who wishes it, for the audit
     * @throws InquiryIsHeld when it is held for a legal matter
     * @throws IllegalArgumentException when nothing can be called so, or several inquiries are; the message says it
     */
    public int erase(String name, String by) {
        return archive.keyOf(InquiryName.of(name)).map(key -> eraseKey(key, by)).orElse(0);
    }

    private int eraseKey(String key, String by) {
        List<ConsumerRecord<String, byte[]>> found = Stream.of(archive.inquiries(), archive.deadLetters())
                .flatMap(topic -> archive.records(topic, record -> key.equals(record.key())).stream())
                .toList(); // a place names only one of its records
        HoldInquiry.markOf(found).filter(HoldMark::held).ifPresent(mark -> {
            throw new InquiryIsHeld(key, mark);
        });
        String letters = found.stream()
                .filter(record -> record.topic().equals(archive.deadLetters()))
                .map(DeadLetters::placeOf)
                .collect(Collectors.joining(","));
        found.stream()
                .flatMap(this::places)
                .distinct()
                .forEach(place -> kafka.write(tombstone(place, key, by, letters)));
        return found.size();
    }

    /**
     * Where compaction looks for a record's tombstone: in its own partition. Kafka's choice by the key is another one when
     * the topic was given more of them. An inquiry that is only a dead letter any more has one where it stood, for the
     * notifiers to read.
     */
    private Stream<TopicPartition> places(ConsumerRecord<String, byte[]> record) {
        TopicPartition place = new TopicPartition(record.topic(), record.partition());
        boolean isLetter = record.topic().equals(archive.deadLetters());
        return isLetter && InquiryId.isOne(record.key()) && Position.isPlace(DeadLetters.placeOf(record))
                ? Stream.of(new TopicPartition(archive.inquiries(), DeadLetters.partitionOf(record)), place)
                : Stream.of(place);
    }

    private static ProducerRecord<String, byte[]> tombstone(
            TopicPartition place, String key, String by, String letters) {
        ProducerRecord<String, byte[]> tombstone = new ProducerRecord<>(place.topic(), place.partition(), key, null);
        tombstone.headers().add(Erasures.BY, by.getBytes(StandardCharsets.UTF_8));
        tombstone.headers().add(Erasures.LETTERS, letters.getBytes(StandardCharsets.UTF_8));
        return tombstone;
    }
}

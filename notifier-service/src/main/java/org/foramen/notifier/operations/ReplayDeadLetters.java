package org.foramen.notifier.operations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.notifier.consumer.Replays;
import org.foramen.notifier.topic.DeadLetterRecord;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.KafkaWriter;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.stereotype.Component;

/**
 * Puts dead letters back on the topic once what kept them from being read is mended. The ledger keeps a replay from mailing
 * anybody twice, so it may be done again.
 */
@Component
public class ReplayDeadLetters {

    private final TopicScan archive;
    private final KafkaWriter kafka;

    ReplayDeadLetters(TopicScan archive, KafkaWriter kafka) {
        this.archive = archive;
        this.kafka = kafka;
    }

    /** All that are kept, those that were replayed included. */
    public List<DeadLetterRecord> all() {
        return archive.records(archive.deadLetters(), letter -> true).stream()
                .map(DeadLetterRecord::of)
                .toList();
    }

    /**
     * Replays them and counts them; one that was set aside without its content cannot be replayed.
     *
     * @param which {@code all}, or a place such as {@code 2-17}
     */
    public int replay(String which) {
        List<ConsumerRecord<String, byte[]>> letters = archive.records(
                archive.deadLetters(),
                letter -> letter.value().length > 0
                        && (which.equals("all") || which.equals(DeadLetters.placeOf(letter))));
        letters.forEach(letter -> kafka.write(originalOf(letter)));
        return letters.size();
    }

    private ProducerRecord<String, byte[]> originalOf(ConsumerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(archive.inquiries(), letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (DeadLetters.isOriginal(header)) {
                record.headers().add(header);
            }
        });
        record.headers().add(Replays.OF, DeadLetters.placeOf(letter).getBytes(StandardCharsets.UTF_8));
        return record;
    }
}

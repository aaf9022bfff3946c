package org.foramen.notifier.operations;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.notifier.consumer.mark.Replays;
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

    /**
     * Replays them and counts them; one that was set aside without its content cannot be replayed.
     *
     * @param which {@code all}, or a place such as {@code 2-17}
     */
    public int replay(String which) {
        return replay(place -> which.equals("all") || which.equals(place));
    }

    /** Replays those that stood in such a place and counts them. */
    public int replay(Predicate<String> places) {
        return archive.each(
                archive.deadLetters(),
                letter -> letter.value().length > 0 && places.test(DeadLetters.placeOf(letter)),
                letter -> kafka.write(originalOf(letter)));
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

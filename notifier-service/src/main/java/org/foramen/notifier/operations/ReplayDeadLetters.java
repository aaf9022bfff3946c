package org.foramen.notifier.operations;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.notifier.consumer.mark.Replays;
import org.foramen.notifier.delivery.Position;
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

    /** For each that is kept. */
    static final String ALL = "all";

    private final TopicScan archive;
    private final KafkaWriter kafka;

    ReplayDeadLetters(TopicScan archive, KafkaWriter kafka) {
        this.archive = archive;
        this.kafka = kafka;
    }

    /**
     * The places that a word names.
     *
     * @param which {@code all}, or a place such as {@code 2-17}
     * @throws IllegalArgumentException when it is neither; its message says so
     */
    static Predicate<String> places(String which) {
        if (!which.equals(ALL) && !Position.isPlace(which)) {
            throw new IllegalArgumentException("Replayed is a place such as 2-17, or all. Nothing was done.");
        }
        return place -> which.equals(ALL) || which.equals(place);
    }

    /** Replays those that stood in such a place, and counts them; one that was set aside without its content cannot be replayed. */
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

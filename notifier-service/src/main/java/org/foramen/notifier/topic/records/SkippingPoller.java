package org.foramen.notifier.topic.records;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka for the next records, and goes past one that it cannot give back, as of a disk that has damaged it. */
public final class SkippingPoller {

    private static final Logger log = LoggerFactory.getLogger(SkippingPoller.class);

    /** How the consumer names a partition of which it cannot give back the next record. */
    private static final Pattern DAMAGED =
            Pattern.compile("Received exception when fetching the next record from (.+)-(\\d+)\\. .*");

    private final Consumer<String, byte[]> kafka;
    private final BiConsumer<TopicPartition, Long> lost;
    private final Map<TopicPartition, Long> doubted = new HashMap<>();

    /** @param lost is told of the place of a record that Kafka cannot give back, before it is passed */
    public SkippingPoller(Consumer<String, byte[]> kafka, BiConsumer<TopicPartition, Long> lost) {
        this.kafka = kafka;
        this.lost = lost;
    }

    /** For who only looks: the log tells the place. */
    public static SkippingPoller logged(Consumer<String, byte[]> kafka) {
        return new SkippingPoller(kafka, SkippingPoller::log);
    }

    public static void log(TopicPartition partition, long offset) {
        log.warn("Kafka cannot give back record {} of {}: it is passed", offset, partition);
    }

    /** None where the next is damaged. */
    public ConsumerRecords<String, byte[]> poll(Duration patience) {
        try {
            return kafka.poll(patience);
        } catch (KafkaException e) {
            Matcher place = DAMAGED.matcher(String.valueOf(e.getMessage()));
            if (!place.matches()) {
                throw e;
            }
            passBy(new TopicPartition(place.group(1), Integer.parseInt(place.group(2))));
            return ConsumerRecords.empty();
        }
    }

    /** It is asked for once more; then what stands behind it goes on, which would wait for ever. */
    private void passBy(TopicPartition partition) {
        long offset = kafka.position(partition);
        boolean again = Objects.equals(doubted.put(partition, offset), offset);
        if (again) {
            lost.accept(partition, offset);
        }
        kafka.seek(partition, again ? offset + 1 : offset);
    }
}

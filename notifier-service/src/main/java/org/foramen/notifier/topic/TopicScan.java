package org.foramen.notifier.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.records.PastDamage;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** All that Kafka keeps, read from its beginning: for the few times when somebody asks for one inquiry by its name. */
@Component
public class TopicScan {

    private static final int REFERENCE_LENGTH = 8;
    private static final Duration POLL = Duration.ofSeconds(2);

    private final ConsumerFactory<String, byte[]> consumers;
    private final String inquiries;

    TopicScan(ConsumerFactory<String, byte[]> consumers, NotifierSettings settings) {
        this.consumers = consumers;
        this.inquiries = settings.topic().name();
    }

    public String inquiries() {
        return inquiries;
    }

    public String deadLetters() {
        return Topics.deadLettersOf(inquiries);
    }

    /**
     * The records of an inquiry in both topics, without those that were erased.
     *
     * @param name its id, its reference such as {@code K7F3-92QX}, or a dead letter's place such as {@code 2-17}
     */
    public List<ConsumerRecord<String, byte[]>> find(String name) {
        String start = name.replace("-", "");
        boolean isLongEnough = start.length() >= REFERENCE_LENGTH;
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        found.addAll(records(
                inquiries,
                record -> isLongEnough && String.valueOf(record.key()).startsWith(start)));
        found.addAll(records(
                deadLetters(),
                letter -> isLongEnough && String.valueOf(letter.key()).startsWith(start)
                        || name.equals(DeadLetters.placeOf(letter))));
        return found;
    }

    /**
     * The key of what is called so; empty when nothing of it is kept.
     *
     * @throws IllegalArgumentException when several are; the message lists their ids
     */
    public Optional<String> keyOf(String name) {
        List<String> keys =
                find(name).stream().map(ConsumerRecord::key).distinct().toList();
        if (keys.size() > 1) {
            throw new IllegalArgumentException("Several inquiries are called " + name + ": name one of " + keys);
        }
        return keys.stream().findFirst();
    }

    /** The records of a topic that are asked for and were not erased. */
    public List<ConsumerRecord<String, byte[]>> records(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        scan(topic, record -> {
            if (record.value() == null) {
                found.removeIf(erased ->
                        erased.partition() == record.partition() && Objects.equals(erased.key(), record.key()));
            } else if (wanted.test(record)) {
                found.add(record);
            }
        });
        return found;
    }

    /**
     * Hands over one after the other of those records, however many and large they are, and counts them. The topic is read
     * twice, for only its end tells which of them were erased.
     */
    public int each(
            String topic,
            Predicate<ConsumerRecord<String, byte[]>> wanted,
            Consumer<ConsumerRecord<String, byte[]>> action) {
        Map<Position, String> keys = new LinkedHashMap<>();
        scan(topic, record -> {
            if (record.value() == null) {
                keys.entrySet()
                        .removeIf(erased -> erased.getKey().partition() == record.partition()
                                && erased.getValue().equals(String.valueOf(record.key())));
            } else if (wanted.test(record)) {
                keys.put(InquiryTopic.positionOf(record), String.valueOf(record.key()));
            }
        });
        scan(topic, record -> {
            if (record.value() != null && keys.containsKey(InquiryTopic.positionOf(record))) {
                action.accept(record);
            }
        });
        return keys.size();
    }

    private void scan(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (org.apache.kafka.clients.consumer.Consumer<String, byte[]> kafka =
                consumers.createConsumer("archive", "")) {
            List<TopicPartition> parts = kafka.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            kafka.assign(parts);
            kafka.seekToBeginning(parts);
            PastDamage readable = PastDamage.logged(kafka);
            Map<TopicPartition, Long> ends = kafka.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                readable.poll(POLL).forEach(each);
            }
        }
    }
}

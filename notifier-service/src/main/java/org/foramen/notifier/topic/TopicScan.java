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
import org.foramen.notifier.topic.records.SkippingPoller;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** All that Kafka keeps, read from its beginning: for the few times when somebody asks for one inquiry by its name. */
@Component
public class TopicScan {

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

    /** The records of an inquiry in both topics, without those that were erased. */
    public List<ConsumerRecord<String, byte[]>> find(InquiryName name) {
        return find(name, new ArrayList<>());
    }

    /**
     * The key of what is called so; empty when nothing of it is kept.
     *
     * @throws IllegalArgumentException when several are, or none but one may be that Kafka cannot give back; the message lists them
     */
    public Optional<String> keyOf(InquiryName name) {
        List<String> damaged = new ArrayList<>();
        List<String> keys =
                find(name, damaged).stream().map(ConsumerRecord::key).distinct().toList();
        if (keys.size() > 1) {
            throw new IllegalArgumentException("Several inquiries are called " + name + ": name one of " + keys);
        }
        if (keys.isEmpty() && !damaged.isEmpty()) {
            throw new IllegalArgumentException("Nothing is found that is called " + name
                    + ". It may be what Kafka cannot give back, for a disk has damaged it: " + damaged
                    + ". Nothing was done; what stands there goes with the topic's retention.");
        }
        return keys.stream().findFirst();
    }

    /** @param damaged gets the places that could not be read */
    private List<ConsumerRecord<String, byte[]>> find(InquiryName name, List<String> damaged) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        found.addAll(records(inquiries, record -> name.isOf(String.valueOf(record.key())), damaged));
        found.addAll(records(
                deadLetters(),
                letter -> name.isOf(String.valueOf(letter.key())) || name.isPlace(DeadLetters.placeOf(letter)),
                damaged));
        return found;
    }

    /** The records of a topic that are asked for and were not erased. */
    public List<ConsumerRecord<String, byte[]>> records(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return records(topic, wanted, new ArrayList<>());
    }

    private List<ConsumerRecord<String, byte[]>> records(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, List<String> damaged) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        scan(topic, damaged, record -> {
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
        scan(topic, new ArrayList<>(), record -> {
            if (record.value() == null) {
                keys.entrySet()
                        .removeIf(erased -> erased.getKey().partition() == record.partition()
                                && erased.getValue().equals(String.valueOf(record.key())));
            } else if (wanted.test(record)) {
                keys.put(InquiryTopic.positionOf(record), String.valueOf(record.key()));
            }
        });
        scan(topic, new ArrayList<>(), record -> {
            if (record.value() != null && keys.containsKey(InquiryTopic.positionOf(record))) {
                action.accept(record);
            }
        });
        return keys.size();
    }

    private void scan(String topic, List<String> damaged, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (org.apache.kafka.clients.consumer.Consumer<String, byte[]> kafka =
                consumers.createConsumer("archive", "")) {
            List<TopicPartition> parts = kafka.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            kafka.assign(parts);
            kafka.seekToBeginning(parts);
            SkippingPoller poller = new SkippingPoller(kafka, (partition, offset) -> {
                SkippingPoller.log(partition, offset);
                damaged.add(offset + " of " + partition);
            });
            Map<TopicPartition, Long> ends = kafka.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                poller.poll(POLL).forEach(each);
            }
        }
    }
}

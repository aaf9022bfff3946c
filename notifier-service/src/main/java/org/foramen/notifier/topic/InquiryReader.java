package org.foramen.notifier.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads inquiries: from a record at hand, or from Kafka again, which is the one place where they are kept. */
@Component
public class InquiryReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Without these, closing would wait for a fetch of more. */
    private static final Properties ONE_RECORD = new Properties();

    static {
        ONE_RECORD.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        ONE_RECORD.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    }

    private final InquiryOpener opener;
    private final ConsumerFactory<String, byte[]> consumers;
    private final String topic;

    InquiryReader(InquiryOpener opener, ConsumerFactory<String, byte[]> consumers, NotifierSettings settings) {
        this.opener = opener;
        this.consumers = consumers;
        this.topic = settings.topic().name();
    }

    /** @throws UnreadableInquiry when it is not ours, or cannot be opened */
    public InquiryReceived read(ConsumerRecord<String, ? extends byte @Nullable []> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return opener.open(record.key(), headers, record.value());
    }

    /**
     * The inquiry at a place in the topic, with its trace; empty when it is not there any more: erased, or past its time.
     *
     * @throws KafkaAway when Kafka does not answer, which says nothing about the inquiry
     */
    public Optional<Traced> readAgain(InquiryId id, Position position) {
        return recordAt(id, position).map(record -> new Traced(read(record), HeaderText.trace(record)));
    }

    private Optional<ConsumerRecord<String, byte[]>> recordAt(InquiryId id, Position position) {
        TopicPartition partition = new TopicPartition(topic, position.partition());
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, null, null, ONE_RECORD)) {
            if (!isWithin(consumer, partition, position.offset())) {
                return Optional.empty();
            }
            consumer.seek(partition, position.offset());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Iterator<ConsumerRecord<String, byte[]>> records =
                        consumer.poll(POLL).records(partition).iterator();
                if (records.hasNext()) {
                    return Optional.of(records.next())
                            .filter(found -> found.offset() == position.offset()
                                    && id.value().equals(found.key()))
                            .filter(found -> found.value() != null);
                }
                if (consumer.position(partition, POLL) > position.offset()) {
                    return Optional.empty();
                }
            }
        } catch (TimeoutException e) {
            throw new KafkaAway();
        }
        throw new KafkaAway();
    }

    /** False where the topic was made anew: it is not that long, or has no such partition. */
    private boolean isWithin(Consumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        boolean exists = offset >= 0
                && consumer.partitionsFor(topic).stream().anyMatch(one -> one.partition() == partition.partition());
        if (!exists) {
            return false;
        }
        consumer.assign(List.of(partition));
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) > offset;
    }

    /**
     * An inquiry that was read again.
     *
     * @param trace to go on with; null when the record has none
     */
    public record Traced(InquiryReceived inquiry, @Nullable String trace) {}

    /** Kafka did not answer in time. */
    public static final class KafkaAway extends RuntimeException {}
}

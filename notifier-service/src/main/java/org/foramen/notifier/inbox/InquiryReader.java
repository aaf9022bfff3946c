package org.foramen.notifier.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.contract.InquiryOpener;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.UnreadableInquiry;
import org.foramen.notifier.NotifierSettings;
import org.foramen.notifier.delivery.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Reads inquiries: from a record at hand, or from Kafka again, which is the one place where they are kept. */
@Component
class InquiryReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InquiryOpener opener;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    InquiryReader(InquiryOpener opener, KafkaTemplate<String, byte[]> kafka, NotifierSettings settings) {
        this.opener = opener;
        this.kafka = kafka;
        this.topic = settings.topic().name();
    }

    /** @throws UnreadableInquiry when it is not ours, or cannot be opened */
    InquiryReceived read(ConsumerRecord<String, byte @Nullable []> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return opener.open(record.key(), headers, record.value());
    }

    /** The inquiry at a place in the topic; empty when it is not there any more: erased, or past its time. */
    Optional<InquiryReceived> readAgain(String id, Position position) {
        ConsumerRecord<String, byte[]> record = kafka.receive(topic, position.partition(), position.offset(), PATIENCE);
        return Optional.ofNullable(record)
                .filter(found -> found.offset() == position.offset() && id.equals(found.key()))
                .filter(found -> found.value() != null)
                .map(this::read);
    }
}

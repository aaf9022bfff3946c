package org.foramen.notifier.topic;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryId;
import org.foramen.contract.wire.Topics;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sets records aside that cannot be read, with where they stood and a reason code, and has the clinic told. */
@Component
public class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String REASON = "foramen-reason";
    private static final String PARTITION = "foramen-partition";
    private static final String OFFSET = "foramen-offset";

    private final KafkaWriter kafka;
    private final Ledger ledger;
    private final MeterRegistry metrics;
    private final String topic;

    DeadLetters(KafkaWriter kafka, Ledger ledger, MeterRegistry metrics, NotifierSettings settings) {
        this.kafka = kafka;
        this.ledger = ledger;
        this.metrics = metrics;
        this.topic = settings.topic().name();
    }

    /** Returns when the dead letter is in Kafka and the notice is owed. */
    public void add(ConsumerRecord<String, ? extends byte @Nullable []> record, UnreadableInquiry.Reason reason) {
        Position position = new Position(record.partition(), record.offset());
        String place = position.place();
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.deadLettersOf(topic), key(record, place), record.value());
        header(letter, REASON, reason.code());
        header(letter, PARTITION, String.valueOf(record.partition()));
        header(letter, OFFSET, String.valueOf(record.offset()));
        record.headers().forEach(original -> {
            if (isOriginal(original)) {
                letter.headers().add(original);
            }
        });
        kafka.write(letter);
        ledger.owe(noticeOf(position), position, Reason.of(reason), Instant.now());
        metrics.counter("foramen.dead.letters", "reason", reason.code()).increment();
        log.warn("Record {} cannot be read ({}): it is a dead letter now", place, reason.code());
    }

    /** The line to the clinic that is owed about a dead letter. */
    public static DeliveryKey noticeOf(Position position) {
        return new DeliveryKey(new Subject.DeadLetter(position), Audience.NOTICE);
    }

    /** True for a header that the record came with; the others are ours, about the dead letter. */
    public static boolean isOriginal(Header header) {
        return header.key().startsWith("ce_")
                || header.key().equals("content-type")
                || header.key().equals(Traces.HEADER);
    }

    /** Where a dead letter stood in the topic, such as {@code 2-17}. */
    public static String placeOf(ConsumerRecord<String, ?> letter) {
        return said(letter, PARTITION) + "-" + said(letter, OFFSET);
    }

    /** The partition of the topic that a dead letter stood in. */
    public static int partitionOf(ConsumerRecord<String, ?> letter) {
        return Integer.parseInt(said(letter, PARTITION));
    }

    /** Why it could not be read; empty when it was set aside for a reason that this notifier does not know. */
    static Optional<Reason> reasonOf(ConsumerRecord<String, ?> letter) {
        String code = said(letter, REASON);
        return Stream.of(UnreadableInquiry.Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(Reason::of);
    }

    private static String said(ConsumerRecord<String, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Topics that are compacted need a key; a foreign one may hold anything and stays behind. */
    private static String key(ConsumerRecord<String, ?> record, String place) {
        return record.key() != null && InquiryId.isOne(record.key()) ? record.key() : place;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

package org.foramen.notifier.topic;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryId;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.DeadLetterNotices;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.records.HeaderText;
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
    private final DeadLetterNotices notices;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String topic;

    DeadLetters(
            KafkaWriter kafka,
            DeadLetterNotices notices,
            Clock clock,
            MeterRegistry metrics,
            NotifierSettings settings) {
        this.kafka = kafka;
        this.notices = notices;
        this.clock = clock;
        this.metrics = metrics;
        this.topic = settings.topic().name();
    }

    /** Returns when the dead letter is in Kafka, as whole as Kafka takes it, and the clinic is owed a notice. */
    public void add(ConsumerRecord<String, ? extends byte @Nullable []> record, Reason reason) {
        if (!isTaken(whole(record, reason)) && !isTaken(bare(record, null, reason))) {
            addWithoutKafka(record, reason);
            return;
        }
        tell(record, reason);
        log.warn("Record {} cannot be read ({}): it is a dead letter now", placeIn(record), reason.code());
    }

    /** The last resort when Kafka takes no dead letter: where the record stands is noted, and the clinic is owed a notice. */
    public void addWithoutKafka(ConsumerRecord<String, ?> record, Reason reason) {
        tell(record, reason);
        log.error(
                "Record {} ({}) is no dead letter, for Kafka takes none: it stays where it is",
                placeIn(record),
                reason.code());
    }

    /** Has the clinic told of the place of a record that Kafka cannot give back: there is nothing to set aside. */
    public void tellDamaged(ConsumerRecord<String, ?> place) {
        tell(place, Reason.DAMAGED);
        log.error("Record {} is damaged, and Kafka cannot give it back: it is passed", placeIn(place));
    }

    private void tell(ConsumerRecord<String, ?> record, Reason reason) {
        notices.tell(InquiryTopic.positionOf(record), reason, clock.instant());
        metrics.counter("foramen.dead.letters", "reason", reason.code()).increment();
    }

    private boolean isTaken(ProducerRecord<String, byte[]> letter) {
        try {
            kafka.write(letter);
            return true;
        } catch (KafkaWriter.NotTaken e) {
            log.debug("why Kafka does not take it", e);
            return false;
        }
    }

    private ProducerRecord<String, byte[]> whole(
            ConsumerRecord<String, ? extends byte @Nullable []> record, Reason reason) {
        ProducerRecord<String, byte[]> letter = bare(record, record.value(), reason);
        record.headers().forEach(original -> {
            if (isOriginal(original)) {
                letter.headers().add(original);
            }
        });
        return letter;
    }

    /** Its id and the reason: what does not fit beside them stays behind. One without a value would erase those that have its key. */
    private ProducerRecord<String, byte[]> bare(
            ConsumerRecord<String, ?> record, byte @Nullable [] value, Reason reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.deadLettersOf(topic), key(record), value == null ? new byte[0] : value);
        header(letter, REASON, reason.code());
        header(letter, PARTITION, String.valueOf(record.partition()));
        header(letter, OFFSET, String.valueOf(record.offset()));
        return letter;
    }

    private static String placeIn(ConsumerRecord<?, ?> record) {
        return InquiryTopic.positionOf(record).place();
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

    private static String said(ConsumerRecord<String, ?> letter, String name) {
        return HeaderText.of(letter, name).orElse("");
    }

    /** Topics that are compacted need a key; a foreign one may hold anything and stays behind. */
    private static String key(ConsumerRecord<String, ?> record) {
        return record.key() != null && InquiryId.isOne(record.key()) ? record.key() : placeIn(record);
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

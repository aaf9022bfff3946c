package org.foramen.notifier.consumer.mark;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.notifier.topic.records.HeaderText;

/**
 * What a record's header says of a legal hold on its inquiry: since when, whether it is held or no longer, and who wished it.
 * It stands in Kafka, for whoever would erase the inquiry to see it, with a ledger or without.
 */
public record HoldMark(Instant at, boolean held, String by) {

    private static final String HEADER = "foramen-hold";
    private static final String HELD = "held";
    private static final String LIFTED = "lifted";

    /** The mark of a record; empty when it has none, or none of ours. */
    public static Optional<HoldMark> of(ConsumerRecord<?, ?> record) {
        return HeaderText.of(record, HEADER, 128).flatMap(HoldMark::read);
    }

    private static Optional<HoldMark> read(String text) {
        String[] parts = text.split(" ", 3);
        boolean known = parts.length == 3 && (parts[1].equals(HELD) || parts[1].equals(LIFTED));
        if (!known || parts[2].length() > 64) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HoldMark(Instant.parse(parts[0]), parts[1].equals(HELD), parts[2]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same record once more, with this mark in place of any other: Kafka keeps it from now on. */
    public ProducerRecord<String, byte[]> on(ConsumerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> marked =
                new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
        record.headers().forEach(marked.headers()::add);
        marked.headers().remove(HEADER);
        String text = at + " " + (held ? HELD : LIFTED) + " " + by;
        marked.headers().add(HEADER, text.getBytes(StandardCharsets.UTF_8));
        return marked;
    }
}

package org.foramen.notifier.topic;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read, without its content.
 *
 * @param place where it stood in the topic, such as {@code 2-17}
 * @param inquiry null when the record does not name one
 * @param reason why it could not be read; null when this notifier does not know that reason
 * @param at when it was set aside
 */
public record DeadLetterRecord(String place, @Nullable InquiryId inquiry, @Nullable Reason reason, Instant at) {

    public static DeadLetterRecord of(ConsumerRecord<String, ?> letter) {
        String key = letter.key();
        return new DeadLetterRecord(
                DeadLetters.placeOf(letter),
                key != null && InquiryId.isOne(key) ? new InquiryId(key) : null,
                DeadLetters.reasonOf(letter).orElse(null),
                Instant.ofEpochMilli(letter.timestamp()));
    }
}

package org.foramen.notifier.topic;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read, without its content.
 *
 * @param place where it stood in the topic, such as {@code 2-17}
 * @param inquiry the inquiry's id; null when the record does not name one
 * @param reason a code such as {@code unknown-key}
 * @param at when it was set aside
 */
public record DeadLetter(String place, @Nullable String inquiry, String reason, Instant at) {

    public static DeadLetter of(ConsumerRecord<String, ?> letter) {
        String key = letter.key();
        return new DeadLetter(
                DeadLetters.placeOf(letter),
                key != null && InquiryId.isOne(key) ? key : null,
                DeadLetters.reasonOf(letter),
                Instant.ofEpochMilli(letter.timestamp()));
    }

    /** The name under which the ledger keeps the note to the clinic about it. */
    public String notice() {
        return DeadLetters.PREFIX + place;
    }
}

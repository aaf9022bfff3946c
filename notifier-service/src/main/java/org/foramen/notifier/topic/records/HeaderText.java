package org.foramen.notifier.topic.records;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.base.Traces;
import org.jspecify.annotations.Nullable;

/** What a record's header says, whoever wrote it: one may be missing, hold nothing, be long, or be no text. */
public final class HeaderText {

    /** A name or a place, as the ledger can hold them. */
    private static final int LONGEST = 64;

    private HeaderText() {}

    /** One line of at most 64 characters; empty when the header says anything else. */
    public static Optional<String> of(ConsumerRecord<?, ?> record, String name) {
        return of(record, name, LONGEST);
    }

    /** One line of at most so many characters; empty when the header says anything else. */
    public static Optional<String> of(ConsumerRecord<?, ?> record, String name, int longest) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null || header.value().length > longest * 4) {
            return Optional.empty();
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        boolean isLine = text.codePoints().noneMatch(Character::isISOControl);
        return isLine && text.length() <= longest ? Optional.of(text) : Optional.empty();
    }

    /** The trace that the intake began and a record carries on; null when it says nothing of one. */
    public static @Nullable String trace(ConsumerRecord<?, ?> record) {
        return of(record, Traces.HEADER).orElse(null);
    }
}

package org.foramen.notifier.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.base.Traces;
import org.jspecify.annotations.Nullable;

/** The trace that the intake began and a record carries on. */
public final class TraceHeader {

    private TraceHeader() {}

    /** What the record says about its trace; null when it says nothing. */
    public static @Nullable String of(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(Traces.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

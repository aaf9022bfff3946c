package org.foramen.notifier.topic;

import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.base.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes on with the trace that the intake began: one step for each time that a record is taken in hand. */
@Component
public class TracedRecords {

    private final Traces traces;

    TracedRecords(Traces traces) {
        this.traces = traces;
    }

    public <T> T trace(String group, ConsumerRecord<?, ?> record, Supplier<T> work) {
        try (Traces.Step step = traces.follow(traceOf(record), "process", SpanKind.CONSUMER)) {
            step.note("messaging.consumer.group.name", group)
                    .note("messaging.kafka.partition", String.valueOf(record.partition()))
                    .note("messaging.kafka.offset", String.valueOf(record.offset()));
            return work.get();
        }
    }

    /** What the record says about its trace; null when it says nothing. */
    public static @Nullable String traceOf(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(Traces.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

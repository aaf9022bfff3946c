package org.foramen.notifier.inbox;

import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.contract.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.stereotype.Component;

/**
 * Goes on with the trace that the intake began: one step for each time that a reader takes a record in hand. Spring looks
 * for one of any key and value.
 */
@Component
class TracedRecords implements RecordInterceptor<Object, Object> {

    private final Traces traces;
    private final ThreadLocal<Traces.Step> inHand = new ThreadLocal<>();

    TracedRecords(Traces traces) {
        this.traces = traces;
    }

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        if (traces.areOn()) {
            inHand.set(traces.follow(traceOf(record), "process", SpanKind.CONSUMER)
                    .note(
                            "messaging.consumer.group.name",
                            consumer.groupMetadata().groupId())
                    .note("messaging.kafka.partition", String.valueOf(record.partition()))
                    .note("messaging.kafka.offset", String.valueOf(record.offset())));
        }
        return record;
    }

    @Override
    public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        Traces.Step step = inHand.get();
        if (step != null) {
            inHand.remove();
            step.close();
        }
    }

    /** What the record says about its trace; null when it says nothing. */
    static @Nullable String traceOf(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(Traces.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

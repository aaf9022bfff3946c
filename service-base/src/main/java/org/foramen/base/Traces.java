package org.foramen.base;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.foramen.contract.sealing.SealedInquiry;
import org.jspecify.annotations.Nullable;

/**
 * The way of each inquiry as an OpenTelemetry trace, which only ever holds what is said to it here: ids, outcomes, and how
 * long a step took. Switched off it makes nothing and costs nothing. Safe for use by many threads.
 */
public final class Traces implements AutoCloseable {

    /** The header by which a trace goes on in the next service; W3C Trace Context. */
    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> TRACEPARENT = new Traceparent();
    private static final Step NOTHING = new Step(Span.getInvalid(), Scope.noop());
    private static final long PATIENCE_SECONDS = 5;

    private final @Nullable SdkTracerProvider spans;
    private final @Nullable Tracer tracer;

    private Traces(@Nullable SdkTracerProvider spans) {
        this.spans = spans;
        this.tracer = spans == null ? null : spans.get("org.foramen");
    }

    /**
     * @param collector where they are sent as OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; null: none
     *     are made
     * @param service whose steps they are
     */
    public static Traces to(@Nullable URI collector, String service) {
        if (collector == null) {
            return new Traces(null);
        }
        return new Traces(SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(collector.toString())
                                .build())
                        .setScheduleDelay(1, TimeUnit.SECONDS)
                        .build())
                .build());
    }

    public boolean areOn() {
        return tracer != null;
    }

    /** Begins a step within the one that this thread is in; the first of a trace when it is in none. */
    public Step begin(String name, SpanKind kind) {
        return tracer == null ? NOTHING : begin(tracer, name, kind, Context.current());
    }

    /**
     * Begins a step that follows one of another service.
     *
     * @param traceparent as it stood in the header; null or nonsense begins a new trace
     */
    public Step follow(@Nullable String traceparent, String name, SpanKind kind) {
        return tracer == null
                ? NOTHING
                : begin(tracer, name, kind, W3C.extract(Context.root(), traceparent, TRACEPARENT));
    }

    /** The inquiry with the header by which its trace goes on, wherever it waits meanwhile. */
    public SealedInquiry mark(SealedInquiry inquiry) {
        if (tracer == null) {
            return inquiry;
        }
        TreeMap<String, String> headers = new TreeMap<>(inquiry.headers());
        W3C.inject(Context.current(), headers, (into, name, value) -> requireNonNull(into)
                .put(name, value));
        return new SealedInquiry(inquiry.id(), headers, inquiry.value());
    }

    @SuppressWarnings("MustBeClosedChecker") // the step closes it
    private static Step begin(Tracer tracer, String name, SpanKind kind, Context within) {
        Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(within).startSpan();
        return new Step(span, span.makeCurrent());
    }

    /** Sends what was not sent yet. */
    @Override
    public void close() {
        if (spans != null) {
            spans.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** One step of an inquiry, until it is closed by the thread that began it. */
    public static final class Step implements AutoCloseable {

        private final Span span;
        private final Scope scope;

        private Step(Span span, Scope scope) {
            this.span = span;
            this.scope = scope;
        }

        /** Notes a fact, which must tell nothing about a person. */
        public Step note(String name, String value) {
            span.setAttribute(name, value);
            return this;
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    /** Finds the one header that is followed. */
    private static final class Traceparent implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return name.equals(HEADER) ? traceparent : null;
        }
    }
}
